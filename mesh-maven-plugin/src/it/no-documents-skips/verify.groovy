def log = new File(basedir, 'build.log').text

assert log.count('[INFO] No mesh documents: there is no src/main/mesh. Skipped.') == 2
// a folder that is named must exist
assert log.contains('[ERROR] src/main/mesh: MESH0101: ')
assert !new File(basedir, 'deploy').exists()
