def log = new File(basedir, 'build.log').text

assert log.contains("[ERROR] deploy: MESH0314: The execution 'write' of generate writes it in the same build, so that the check could never fail.")
assert log.contains('[ERROR] deploy: MESH0314: This build has just generated it, so that the check could never fail.')
assert !log.contains('are what the mesh documents say')
