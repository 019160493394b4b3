package dev.muster.practice;

import dev.muster.practice.rancher.Release;
import java.util.List;

/// What is special about a practice host.
///
/// @param host  its name, and the machine's own
/// @param os    what it runs
/// @param architecture as `uname -m` says
/// @param last  of its address 10.20.0.x
/// @param login of the setup's `logins`
/// @param sudo  how it lets somebody become root
/// @param slowness how many times slower it is than the others
/// @param dirty an earlier cluster left things there
/// @param roles in the setup
/// @param remark in the setup file
record Personality(
        String host,
        Distribution os,
        String architecture,
        int last,
        String login,
        Sudo sudo,
        int slowness,
        boolean dirty,
        List<String> roles,
        String remark) {

    enum Sudo {
        FREE,
        ASKS
    }

    Personality {
        roles = List.copyOf(roles);
    }

    /// Of the years of a Rancher.
    static List<Personality> of(Release rancher) {
        var old = !rancher.isToday();
        return List.of(
                new Personality(
                        "lin1",
                        old ? Distribution.UBUNTU_16 : Distribution.UBUNTU_24,
                        "x86_64",
                        11,
                        "ops",
                        Sudo.FREE,
                        1,
                        false,
                        List.of("etcd", "controlplane", "worker"),
                        "healthy, the first node"),
                new Personality(
                        "lin2",
                        old ? Distribution.CENTOS_7 : Distribution.ROCKY_9,
                        "x86_64",
                        12,
                        "ops",
                        Sudo.ASKS,
                        3,
                        false,
                        List.of("worker"),
                        "slow to answer, and its sudo asks for a password"),
                new Personality(
                        "lin3",
                        old ? Distribution.UBUNTU_16 : Distribution.UBUNTU_24,
                        "x86_64",
                        13,
                        "ops",
                        Sudo.FREE,
                        1,
                        true,
                        List.of("worker"),
                        "an earlier cluster left things there"),
                new Personality(
                        "lin4",
                        old ? Distribution.UBUNTU_16 : Distribution.UBUNTU_24,
                        "x86_64",
                        14,
                        "typo",
                        Sudo.ASKS,
                        1,
                        false,
                        List.of("worker"),
                        "the setup has a wrong password for its sudo"),
                new Personality(
                        "lin5",
                        old ? Distribution.UBUNTU_16 : Distribution.UBUNTU_24,
                        "aarch64",
                        15,
                        "ops",
                        Sudo.FREE,
                        1,
                        false,
                        List.of("worker"),
                        old ? "an ARM machine" : "an ARM machine, which today's lines run on as an experiment"));
    }

    String address() {
        return "10.20.0." + last;
    }
}
