def log = new File(basedir, 'build.log').text

assert log =~ /(?m)^\[ERROR\] mesh\.imports: MESH0317 'classpath:acme-mesh\/': No jar on the class path holds mesh documents there\./
assert !log.contains('at dev.tenantmesh')
