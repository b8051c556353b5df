def log = new File(basedir, 'build.log').text

assert log =~ /2\. Run 'mvn dev\.tenantmesh:mesh-maven-plugin:[^:]+:generate -Dmesh\.model=model -Dmesh\.output=deploy'/
assert log =~ /\[INFO\] deploy: \d+ added/
assert log.contains('[INFO] .mesh/tenantmesh.dev-v1.schema.json: is up to date')
assert !(log =~ /\[WARNING\].*MESH/)
