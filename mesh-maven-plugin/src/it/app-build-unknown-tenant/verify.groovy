def log = new File(basedir, 'build.log').text

assert log =~ /(?m)^\[ERROR\] mesh\.tenant: MESH0316 'wbe': There is no Tenant document of this name\. Did you mean 'web'\?/
assert !log.contains('at dev.tenantmesh')
