def log = new File(basedir, 'build.log').text

assert log =~ /\[DEBUG\] Model: .*src.main.mesh, output: .*deploy/
assert log =~ /\[DEBUG\] Read 1 platforms, 1 meshes, 1 tenants: [0-9.]+ ms/
assert log =~ /\[DEBUG\] Rendered \d+ files: [0-9.]+ ms/
assert log =~ /\[DEBUG\] Wrote to .*deploy: [0-9.]+ ms/
