package dev.muster.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The numbers of a version, in order, so that 1.9 is before 1.11: `v1.11.6-rancher1-1` is 1, 11, 6.
public record Version(List<Integer> parts) implements Comparable<Version> {

    private static final Pattern NUMBERS = Pattern.compile("^v?(\\d{1,9}(?:\\.\\d{1,9})*)");

    public Version {
        parts = List.copyOf(parts);
    }

    /// The leading numbers; none when there are none.
    public static Version of(String written) {
        var numbers = NUMBERS.matcher(written);
        var parts = new ArrayList<Integer>();
        if (numbers.find()) {
            for (var part : numbers.group(1).split("\\.", -1)) {
                parts.add(Integer.valueOf(part));
            }
        }
        return new Version(parts);
    }

    /// The part at this place; 0 when it isn't written.
    public int part(int place) {
        return place < parts.size() ? parts.get(place) : 0;
    }

    /// `1.11`
    public String minor() {
        return part(0) + "." + (part(0) >= 17 && part(1) < 10 ? "0" : "") + part(1);
    }

    @Override
    public int compareTo(Version other) {
        for (var place = 0; place < Math.max(parts.size(), other.parts.size()); place++) {
            var order = Integer.compare(part(place), other.part(place));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
