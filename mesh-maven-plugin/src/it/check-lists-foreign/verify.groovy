def log = new File(basedir, 'build.log').text

assert log.contains('[WARNING] deploy/istio/web-prod/notes.txt: left alone: not generated')
assert log.contains('[WARNING] deploy/istio/web-prod/notes.txt: not generated; left alone')
assert log.contains('[INFO] deploy: the manifests are what the mesh documents say')
assert new File(basedir, 'deploy/istio/web-prod/notes.txt').text == 'mine\n'
