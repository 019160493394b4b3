package dev.muster.practice.rancher;

import java.util.regex.Pattern;

/// Which Rancher it pretends to be.
///
/// @param version `v2.1.6`
public record Release(String version) {

    private static final Pattern SHAPE = Pattern.compile("v2\\.(\\d{1,3})\\.(\\d{1,3})");

    public static final Release V2_1_6 = new Release("v2.1.6");
    public static final Release V2_15_0 = new Release("v2.15.0");

    public Release {
        if (!SHAPE.matcher(version).matches()) {
            throw new IllegalArgumentException("not a version of Rancher 2: " + version);
        }
    }

    private int number(int group) {
        var matcher = SHAPE.matcher(version);
        return matcher.matches() ? Integer.parseInt(matcher.group(group)) : 0;
    }

    /// 2.6 brought the provisioning of today.
    public boolean isToday() {
        return number(1) >= 6;
    }

    /// `/v1-public/login` is new in 2.13.0 (rancher-today §3.4).
    boolean hasPublicV1() {
        return number(1) >= 13;
    }

    /// rancher-today §3.3: v2.13.8, v2.14.4, v2.15.0
    boolean keepsTokensApart() {
        return switch (number(1)) {
            case 13 -> number(2) >= 8;
            case 14 -> number(2) >= 4;
            default -> number(1) >= 15;
        };
    }
}
