def log = new File(basedir, 'build.log').text

assert log.contains('[INFO] wrote src/main/mesh/tenants/payments.yaml')
assert log.contains("[INFO]   2. Run 'mvn mesh:generate' and commit the result.")
assert log.contains('[INFO] deploy: the manifests are what the mesh documents say')
assert !log.contains('[WARNING] deploy')
assert log.readLines().findAll { it.contains('MESH0') }.every { it.startsWith('[INFO]') && it.contains('MESH0225') }
assert new File(basedir, 'deploy/dev/payments-prod/networkpolicy-default-deny.yaml').exists()
assert new File(basedir, '.mesh/tenantmesh.dev-v1.schema.json').text.contains('"const" : "tenantmesh.dev/v1"')
