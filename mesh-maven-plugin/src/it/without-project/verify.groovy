def log = new File(basedir, 'build.log').text

assert log =~ /\[INFO\] out: \d+ added/
assert new File(basedir, 'out/istio/web-prod/networkpolicy-default-deny.yaml').exists()
assert log =~ /Run 'mvn dev\.tenantmesh:mesh-maven-plugin:[^:]+:generate -Dmesh\.model=model -Dmesh\.output=other' and commit the result\./
assert log.contains('[ERROR] mesh.model: MESH0312: ')
assert log.contains('[ERROR] mesh.output: MESH0312: ')
assert !new File(basedir, 'target/mesh-maven-plugin').exists()
assert !new File(basedir, 'other').exists()
