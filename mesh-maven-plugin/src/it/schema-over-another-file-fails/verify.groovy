def log = new File(basedir, 'build.log').text

assert log.contains('[INFO] .mesh/tenantmesh.dev-v1.schema.json: written')
assert log.contains('[ERROR] mine.json: MESH0320: It is not a schema of mesh documents')
assert new File(basedir, 'mine.json').text == '{}\n'
