def log = new File(basedir, 'build.log').text

assert log.count('MESH0143') == 1
assert log =~ /(?m)^\[WARNING\] src\/main\/mesh\/mesh\.yaml:28:\d+: MESH0143: /
assert log.count('[INFO] deploy: the manifests are what the mesh documents say') == 2
assert log =~ /(?m)^\[ERROR\] src\/main\/mesh\/mesh\.yaml:28:\d+: MESH0142 '2027-03-31': .*2027-04-01/
