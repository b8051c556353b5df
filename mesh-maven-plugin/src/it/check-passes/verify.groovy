def log = new File(basedir, 'build.log').text

// generate bound to the build has a folder of its own, so check still compares the committed one
assert log =~ /\[INFO\] target\/mesh: \d+ added/
assert log.contains('[INFO] deploy: the manifests are what the mesh documents say')
