def log = new File(basedir, 'build.log').text
def app = new File(basedir, 'app/deploy/istio')
def central = new File(basedir, 'acme-mesh/deploy/istio')

// only the tenant's folder, byte by byte as the platform team's project renders it
assert app.list().sort() == ['.mesh-index', 'kustomization.yaml', 'web-prod']
assert central.list().sort().containsAll(['pay-prod', 'shop-mesh', 'web-prod'])
def own = new File(app, 'web-prod')
def same = new File(central, 'web-prod')
assert own.list().sort() == same.list().sort()
own.list().each { assert new File(own, it).bytes == new File(same, it).bytes }
assert new File(app, 'kustomization.yaml').text.readLines().findAll { it.startsWith('- ') } == ['- web-prod']

// the edge to the tenant that is known by its Export
assert new File(own, 'networkpolicy-workload-storefront.yaml').text.contains('pay-prod')
def export = new File(basedir, 'acme-mesh/target/classes/acme-mesh/exports/pay.yaml').text
assert export.contains('kind: "Export"')
assert !export.contains('pay-dev')

// documents out of a jar, and out of target/classes where nothing was packaged
assert new File(basedir, 'acme-mesh/target/acme-mesh-1.jar').exists()
assert log.count('[INFO] deploy: all') >= 2
assert log.contains('[INFO] deploy: the manifests are what the mesh documents say')
assert !log.contains('MESH')
