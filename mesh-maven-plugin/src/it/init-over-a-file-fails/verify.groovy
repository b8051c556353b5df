def log = new File(basedir, 'build.log').text

assert log.contains('[ERROR] src/main/mesh/platform.yaml: MESH0320: It is there already')
assert log.contains('1 problem; nothing was written. See docs/problems/MESH0320.md')
assert new File(basedir, 'src/main/mesh/platform.yaml').text == '# mine\n'
assert !new File(basedir, 'src/main/mesh/mesh.yaml').exists()
assert !new File(basedir, '.mesh').exists()
