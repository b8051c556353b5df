def log = new File(basedir, 'build.log').text
def diff = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/diff.json'))

assert diff.version == 'tenantmesh.dev/diff/v1'
assert diff.changes.every { it.change == 'gained' && it.ports == 'TCP 8080' }
assert diff.changes.any { it.source == 'front/web' && it.destination == 'shop/till' && it.how == 'plaintext' }
// an approval of another port approves nothing, and that is told
assert log.contains("approvals.yaml:2:5: MESH0492 'front -> shop/till'")
assert log.contains("MESH0494 'front -> shop'")
assert !log.contains('\tat dev.tenantmesh')
