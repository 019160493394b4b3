package dev.muster.rancher;

import dev.muster.base.Key;
import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import dev.muster.catalog.Version;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which Kubernetes a new cluster is asked for. Pure.
public final class KubernetesChoice {

    private static final String FOR_WINDOWS_21 = "v1.11";
    private static final Pattern LINE = Pattern.compile("v1\\.\\d{1,3}");
    private static final Pattern WHOLE_TODAY = Pattern.compile("v1\\.\\d{1,3}\\.\\d{1,3}\\+(rke2r|k3s)\\d{1,2}");

    private KubernetesChoice() {}

    /// On 2.1 Windows hosts want 1.11, whatever the server has as its own default: from 1.12 on their kubelet is
    /// handed a flag that is gone (rancher-2.1 §1.1).
    ///
    /// @param offered by the server; empty: it doesn't say
    /// @param wanted  whole, a line, or empty: Rancher's default
    /// @return whole; empty: Rancher's default
    public static String line21(List<String> offered, String wanted, boolean windows) {
        if (wanted.isEmpty()) {
            return windows
                    ? newest(offered, FOR_WINDOWS_21).orElseThrow(() -> notOffered(FOR_WINDOWS_21, offered))
                    : "";
        }
        if (LINE.matcher(wanted).matches()) {
            return newest(offered, wanted).orElseThrow(() -> notOffered(wanted, offered));
        }
        if (!offered.isEmpty() && !offered.contains(wanted)) {
            throw notOffered(wanted, offered);
        }
        return wanted;
    }

    /// @param wanted whole: today's Rancher takes no other
    public static String today(String wanted) {
        if (!WHOLE_TODAY.matcher(wanted).matches()) {
            throw problem(
                    wanted,
                    RancherWords.KUBERNETES_NOT_WHOLE,
                    RancherWords.KUBERNETES_NOT_WHOLE_WHY,
                    RancherWords.KUBERNETES_NOT_WHOLE_FIX,
                    wanted.isEmpty() ? "-" : wanted);
        }
        return wanted;
    }

    private static Optional<String> newest(List<String> offered, String line) {
        return offered.stream()
                .filter(version -> version.startsWith(line + "."))
                .max((one, other) -> Version.of(one).compareTo(Version.of(other)));
    }

    private static ProblemException notOffered(String wanted, List<String> offered) {
        return problem(
                wanted,
                RancherWords.KUBERNETES_NOT_OFFERED,
                RancherWords.KUBERNETES_NOT_OFFERED_WHY,
                RancherWords.KUBERNETES_NOT_OFFERED_FIX,
                wanted,
                offered.isEmpty() ? "-" : offered);
    }

    private static ProblemException problem(String wanted, Key what, Key why, Key fix, Object... arguments) {
        return new ProblemException(new Problem(
                Problem.Kind.CHECK,
                Place.field("cluster.kubernetes", wanted),
                Text.of(what, arguments),
                Text.of(why, arguments),
                Text.of(fix, arguments)));
    }
}
