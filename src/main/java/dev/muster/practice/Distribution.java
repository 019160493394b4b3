package dev.muster.practice;

/// What practice Linux hosts run: two of the years of Rancher 2.1, with Docker, and two of today, without.
enum Distribution {
    UBUNTU_16("4.4.0-210-generic", """
        NAME="Ubuntu"
        VERSION="16.04.7 LTS (Xenial Xerus)"
        ID=ubuntu
        ID_LIKE=debian
        PRETTY_NAME="Ubuntu 16.04.7 LTS"
        VERSION_ID="16.04"
        """, ""),
    CENTOS_7("3.10.0-1160.el7.x86_64", """
        NAME="CentOS Linux"
        VERSION="7 (Core)"
        ID="centos"
        ID_LIKE="rhel fedora"
        VERSION_ID="7"
        PRETTY_NAME="CentOS Linux 7 (Core)"
        """, "CentOS Linux release 7.5.1804 (Core)"),
    UBUNTU_24("6.8.0-60-generic", """
        PRETTY_NAME="Ubuntu 24.04.2 LTS"
        NAME="Ubuntu"
        VERSION_ID="24.04"
        VERSION="24.04.2 LTS (Noble Numbat)"
        ID=ubuntu
        ID_LIKE=debian
        """, ""),
    ROCKY_9("5.14.0-503.11.1.el9_5.x86_64", """
        NAME="Rocky Linux"
        VERSION="9.5 (Blue Onyx)"
        ID="rocky"
        ID_LIKE="rhel centos fedora"
        VERSION_ID="9.5"
        PRETTY_NAME="Rocky Linux 9.5 (Blue Onyx)"
        """, "Rocky Linux release 9.5 (Blue Onyx)");

    private final String kernel;
    private final String osRelease;
    private final String redHat;

    Distribution(String kernel, String osRelease, String redHat) {
        this.kernel = kernel;
        this.osRelease = osRelease;
        this.redHat = redHat;
    }

    String kernel() {
        return kernel;
    }

    /// The text of `/etc/os-release`.
    String osRelease() {
        return osRelease;
    }

    /// The text of `/etc/redhat-release`; empty where there is none.
    String redHat() {
        return redHat;
    }

    /// Of Red Hat's family: firewalld, chrony, XFS, NetworkManager.
    boolean isRedHat() {
        return !redHat.isEmpty();
    }

    /// Of the years of RKE2 and K3s: no Docker, cgroup 2.
    boolean isToday() {
        return this == UBUNTU_24 || this == ROCKY_9;
    }
}
