def log = new File(basedir, 'build.log').text

// the place in the jar, as it is called on the class path
assert log =~ /(?m)^\[ERROR\] classpath:acme-mesh\/platform\.yaml:21:13: MESH0105 'boundry': /
assert !log.contains('at dev.tenantmesh')
