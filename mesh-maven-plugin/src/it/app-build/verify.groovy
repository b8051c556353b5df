def log = new File(basedir, 'build.log').text
def app = new File(basedir, 'app/deploy/istio')
def central = new File(basedir, 'acme-mesh/deploy/istio')

// only the tenant's folder, byte by byte as the platform team's project renders it
assert app.list().toList().sort() == ['.mesh-index', '_components', 'kustomization.yaml', 'web-prod']
assert central.list().toList().containsAll(['pay-prod', 'shop-mesh', 'web-prod'])
def own = new File(app, 'web-prod')
def same = new File(central, 'web-prod')
assert own.list().toList().sort() == same.list().toList().sort()
own.list().each { assert new File(own, it).bytes == new File(same, it).bytes }
assert new File(app, 'kustomization.yaml').text.readLines().findAll { it.startsWith('- ') } == ['- web-prod']

// the edge to the tenant that is known by its Export
assert new File(own, 'networkpolicy-workload-storefront.yaml').text.contains('pay-prod')
def export = new File(basedir, 'acme-mesh/target/classes/acme-mesh/exports/pay.yaml').text
assert export.contains('kind: "Export"')
assert !export.contains('pay-dev')

// nothing was written twice, and what is committed is what the documents of the jar say
assert new File(basedir, 'app/target/mesh/istio/web-prod/kustomization.yaml').exists()
assert log.contains('[INFO] target/mesh: all')
assert log.contains('[INFO] deploy: the manifests are what the mesh documents say')
// nothing but what tenants have to write into their own manifests
assert log.readLines().findAll { it.contains('MESH0') }.every { it.startsWith('[INFO]') && it.contains('MESH0225') }
