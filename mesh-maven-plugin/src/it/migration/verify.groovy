def log = new File(basedir, 'build.log').text
def steps = new File(basedir, 'target/mesh-migration')

// the plan, and a folder for each step
assert new File(basedir, 'target/plan.md').text.contains('retail-lock-stock-prod')
assert new File(steps, 'retail-lock-stock-prod').isDirectory()
// a step that breaks a client stops a build that asks for that
assert log =~ /\[ERROR\] .*MESH0496 'legacy-reports\//
// a move needs both of its ends
assert log =~ /\[ERROR\] mesh\.to: MESH\d+.*Write one of: prod\./
assert !log.contains('\tat dev.tenantmesh')
