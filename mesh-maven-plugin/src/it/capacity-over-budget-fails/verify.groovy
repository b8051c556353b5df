def log = new File(basedir, 'build.log').text
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/capacity.json'))

// within the budget the report says what is left of it
assert report.version == 'tenantmesh.dev/capacity/v1'
assert report.platforms[0].budgets.any { it.of == 'sidecars' && it.requested == 4 && it.budget == 4 }
assert report.platforms[0].scoping.workloads[0].scoped.servicePorts == 0
// above it the build fails, and says where the figures stand
assert log =~ /(?m)^\[ERROR\] src\/main\/mesh\/mesh\.yaml:\d+:\d+: MESH0270 /
assert log.contains('docs/problems/MESH0270.md')
assert !log.contains('\tat dev.tenantmesh')
