def log = new File(basedir, 'build.log').text

assert log =~ /bad\/mesh\.yaml:2:7: \u001b\[1mMESH0109\u001b\[0?m 'Mash': /
