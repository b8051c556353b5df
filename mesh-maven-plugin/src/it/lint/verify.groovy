def log = new File(basedir, 'build.log').text
def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/lint.sarif'))

// what an object accepts is told, with its reason, and fails no build, not even a strict one
assert log.contains('[INFO] good/closed.yaml:16:8: MESH0453')
assert log.contains('Accepted: the tills outside come in this way')
// a kind that is not understood stops no rule
assert log.contains("[ERROR] bad/open.yaml:6:3: MESH0426")
assert log.contains("[ERROR] bad/open.yaml:9:1: MESH0407")
assert log.contains("[ERROR] bad/open.yaml:9:1: MESH0451")
assert sarif.version == '2.1.0'
assert sarif.runs[0].results.any { it.ruleId == 'MESH0426' &&
        it.locations[0].physicalLocation.artifactLocation.uri == 'bad/open.yaml' &&
        it.locations[0].physicalLocation.region.startLine == 6 }
assert log.contains('docs/problems/MESH0407.md, MESH0426.md, MESH0451.md')
assert !log.contains('\tat dev.tenantmesh')
