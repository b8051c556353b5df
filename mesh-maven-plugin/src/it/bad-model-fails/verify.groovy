def log = new File(basedir, 'build.log').text

def folder = new File(basedir, 'deploy/istio/web-prod')

// all problems in one go, each with its place relative to the project
assert log =~ /(?m)^\[ERROR\] src\/main\/mesh\/mesh\.yaml:8:\d+: MESH0122 '10\.244\.0\.1\/16': /
assert log =~ /(?m)^\[ERROR\] src\/main\/mesh\/mesh\.yaml:19:\d+: MESH0105 'boundry': /
assert log =~ /(?m)^\[ERROR\] src\/main\/mesh\/mesh\.yaml:31:\d+: MESH0123 '80000': /
assert log.contains('3 problems in the mesh model; nothing was written. See docs/problems/MESH0105.md, MESH0122.md, MESH0123.md')
assert !log.contains('at dev.tenantmesh')

// the output of an earlier run is as it was
assert folder.list().sort() == ['.mesh-index', 'networkpolicy-default-deny.yaml']
assert new File(folder, 'networkpolicy-default-deny.yaml').text == 'generated: earlier\n'

// no colours where Maven has none; the resets at both ends of the log are its own
assert !log.replace('\u001b[0m', '').contains('\u001b')
