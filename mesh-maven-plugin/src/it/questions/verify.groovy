def log = new File(basedir, 'build.log').text
def who = new File(basedir, 'target/who.csv').text

assert who.startsWith('"source","destination","ports","how","certain"')
assert who.readLines().any { it.contains('storefront') && it.contains('stock/') && it.contains('8080') }
// answers name files from the folder they are about, and so are the same on every machine
assert log.contains('NetworkPolicy stock/from-shop allows it (deploy/manifests.yaml:')
assert log.contains("[ERROR] mesh.from: MESH")
assert log.contains("Did you mean")
assert log.contains("[ERROR] mesh.port: MESH")
assert !log.contains('\tat dev.tenantmesh')
