def log = new File(basedir, 'build.log').text

assert log =~ /(?m)^\[ERROR\] src\/main\/mesh\/mesh\.yaml:6:\d+: MESH0201 '/
assert log.contains('1 problem in the mesh model; nothing was written. See docs/problems/MESH0201.md')
assert !new File(basedir, 'target/mesh').exists()
