package dev.muster.practice;

/// `clean.sh` and `clean-firewall.sh` on a practice host: what they are given goes from its clutter, and each thing
/// is said as they say it.
record Cleaning(Clutter clutter, Pace pace, int slowness, Assigned step, Job job) {

    int run() throws InterruptedException {
        var gone = 0;
        var before = 0;
        for (var kind : Clutter.KINDS) {
            for (var name :
                    step.value(kind).lines().filter(line -> !line.isEmpty()).toList()) {
                pace.pass(90L * slowness);
                var took = clutter.take(kind, name);
                job.say((took ? "gone: " : "was gone: ") + word(kind) + name);
                gone += took ? 1 : 0;
                before += took ? 0 : 1;
            }
        }
        job.say(
                gone == 0
                        ? "already so: " + before + " were gone"
                        : "done: " + gone + " gone, " + before + " were gone before, 0 left");
        return 0;
    }

    private static String word(String kind) {
        return switch (kind) {
            case "MOUNTS" -> "mount ";
            case "INTERFACES" -> "interface ";
            case "IPSETS" -> "ipset ";
            default -> "";
        };
    }

    int firewall() throws InterruptedException {
        pace.pass(200L * slowness);
        if (step.value("ACT").equals("keep")) {
            job.say("done: the new rules stay");
            return 0;
        }
        var gone = 0;
        for (var chain : step.value("CHAINS").lines().toList()) {
            gone += clutter.takeChains(chain.substring(chain.indexOf(' ') + 1));
        }
        if (gone == 0) {
            job.say("already so: none of the chains is here");
            return 0;
        }
        job.say("gone: iptables: " + gone + " chains and " + gone + " rules that led into them");
        job.say("done: the old rules come back in 120 s, unless the next step keeps the new ones");
        return 0;
    }
}
