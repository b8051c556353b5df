def log = new File(basedir, 'build.log').text

def folder = new File(basedir, 'deploy/istio/web-prod')

assert log =~ /\[ERROR\] deploy: the manifests are not what the mesh documents say: \d+ missing, 1 changed, 1 stale, 1 edited/
assert log.contains('[ERROR]   missing istio/shop-mesh/namespace-shop-mesh.yaml')
assert log.contains('[ERROR]   changed istio/web-prod/namespace-web-prod.yaml')
assert log.contains('[ERROR]   stale   istio/web-prod/networkpolicy-old.yaml')
assert log.contains('[ERROR]   edited  istio/web-prod/networkpolicy-default-deny.yaml')
assert log.contains('[ERROR] deploy/istio/web-prod/networkpolicy-default-deny.yaml: MESH0308: ')
assert log.contains('[ERROR] --- deploy/istio/web-prod/namespace-web-prod.yaml')
assert log.contains('[ERROR] -generated: earlier')
assert log.contains("Run 'mvn mesh:generate' and commit the result.")
assert !log.contains('at dev.tenantmesh')

// nothing was written
assert folder.list().sort() == ['.mesh-index', 'namespace-web-prod.yaml', 'networkpolicy-default-deny.yaml', 'networkpolicy-old.yaml']
assert folder.parentFile.list() == ['web-prod']
assert new File(folder, 'networkpolicy-default-deny.yaml').text == 'edited: by hand\n'
