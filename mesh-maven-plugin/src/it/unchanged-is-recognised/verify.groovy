def log = new File(basedir, 'build.log').text

assert log.count('[INFO] Mesh manifests are up to date (unchanged since the last run)') == 1
// another parameter is another run
assert log =~ /\[INFO\] deploy: all \d+ files are as they should be/
