package dev.muster.setup.file;

import dev.muster.base.HostName;
import dev.muster.setup.Acceptance;
import dev.muster.setup.CleanSettings;
import dev.muster.setup.ClusterSettings;
import dev.muster.setup.ClusterSettings.Distribution;
import dev.muster.setup.ClusterSettings.Network;
import dev.muster.setup.Goal;
import dev.muster.setup.Host;
import dev.muster.setup.Limits;
import dev.muster.setup.Login;
import dev.muster.setup.Os;
import dev.muster.setup.RancherApi;
import dev.muster.setup.RancherSettings;
import dev.muster.setup.RancherSettings.Edition;
import dev.muster.setup.RegistrationSource;
import dev.muster.setup.Role;
import dev.muster.setup.SecretRef;
import dev.muster.setup.ServerCa;
import dev.muster.setup.Setup;
import dev.muster.setup.WindowsImage;
import dev.muster.setup.file.Tree.Mapping;
import dev.muster.setup.file.Tree.Scalar;
import dev.muster.setup.file.Tree.Sequence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes the records of a tree that has no problem left, and fills the defaults in.
final class Binder {

    static final String POD_CIDR = "10.42.0.0/16";
    static final String SERVICE_CIDR = "10.43.0.0/16";

    private static final Mapping NOTHING = new Mapping(new Tree.Spot(0, 0), List.of(), 1);

    private final Mapping root;
    private final Surroundings around;

    Binder(Mapping root, Surroundings around) {
        this.root = root;
        this.around = around;
    }

    Setup setup() {
        var logins = part(root, "logins").entries().stream()
                .map(entry -> login(entry.key(), (Mapping) entry.value()))
                .toList();
        return new Setup(
                text(root, "name", ""),
                constant(Goal.class, text(root, "goal", "")),
                rancher(part(root, "rancher")),
                cluster(part(root, "cluster")),
                rows(root, "images").stream()
                        .map(row -> new WindowsImage(text(row, "name", ""), text(row, "build", "")))
                        .toList(),
                logins,
                hosts(logins),
                rows(root, "accept").stream().map(Binder::acceptance).toList(),
                limits(part(root, "limits")),
                clean(part(root, "clean")));
    }

    private static CleanSettings clean(Mapping clean) {
        return new CleanSettings(
                isTrue(clean, "images"),
                isTrue(clean, "snapshots"),
                isTrue(clean, "volumes"),
                isTrue(clean, "reboot"),
                words(clean, "also"),
                words(clean, "except"));
    }

    private static List<String> words(Mapping parent, String key) {
        return items(parent, key).stream().map(Binder::written).toList();
    }

    private static boolean isTrue(Mapping parent, String key) {
        return text(parent, key, "").equals("true");
    }

    private RancherSettings rancher(Mapping rancher) {
        var server = text(rancher, "server", "");
        return new RancherSettings(
                text(rancher, "version", ""),
                constant(Edition.class, text(rancher, "edition", "community")),
                server.endsWith("/") ? server.substring(0, server.length() - 1) : server,
                mapping(rancher, "registration").map(this::registration).orElse(null),
                mapping(rancher, "api").map(this::api).orElse(null),
                rancher.get("ca").map(this::ca).orElse(null));
    }

    private RancherApi api(Mapping api) {
        var token = secret(api, "token");
        var password = secret(api, "password");
        if (token != null) {
            return new RancherApi.Token(token);
        }
        if (password == null) {
            throw new IllegalStateException("a way to sign in that no rule has looked at");
        }
        return new RancherApi.User(text(api, "user", ""), password);
    }

    private ServerCa ca(Tree ca) {
        return ca instanceof Mapping mapping
                ? new ServerCa.Sha256(text(mapping, "sha256", "").toLowerCase(Locale.ROOT))
                : new ServerCa.InFile(around.resolve(written(ca)));
    }

    private RegistrationSource registration(Mapping registration) {
        var token = mapping(registration, "token");
        return token.isPresent()
                ? new RegistrationSource.Parts(
                        secret(token.get()),
                        text(registration, "caChecksum", "").toLowerCase(Locale.ROOT),
                        text(registration, "image", ""))
                : new RegistrationSource.Command(secret(registration));
    }

    private static ClusterSettings cluster(Mapping cluster) {
        var kubernetes = text(cluster, "kubernetes", "");
        return new ClusterSettings(
                text(cluster, "name", ""),
                kubernetes,
                constant(Distribution.class, text(cluster, "distribution", distribution(kubernetes))),
                constant(Network.class, text(cluster, "network", "canal")),
                text(cluster, "podCidr", POD_CIDR),
                text(cluster, "serviceCidr", SERVICE_CIDR));
    }

    /// A whole version of today says it: `v1.35.7+rke2r1`, `v1.35.7+k3s1`.
    private static String distribution(String kubernetes) {
        return kubernetes.contains("+rke2") ? "rke2" : kubernetes.contains("+k3s") ? "k3s" : "rke1";
    }

    private Login login(String name, Mapping login) {
        return new Login(
                name,
                text(login, "user", ""),
                secret(login, "password"),
                path(login, "key"),
                secret(login, "passphrase"),
                path(login, "certificate"),
                isTrue(login, "agent"),
                text(login, "domain", ""),
                path(login, "keytab"),
                secret(part(login, "sudo"), "password"));
    }

    private @Nullable Path path(Mapping parent, String key) {
        var written = text(parent, key, "");
        return written.isEmpty() ? null : around.resolve(written);
    }

    private List<Host> hosts(List<Login> logins) {
        var defaults = part(root, "defaults");
        var bastions = new Bastions(part(root, "bastions"), name -> named(name, logins));
        var hosts = new ArrayList<Host>();
        for (var row : rows(root, "hosts")) {
            var login = text(row, "login", text(defaults, "login", ""));
            var via = text(row, "via", text(defaults, "via", ""));
            hosts.add(host(row, defaults, named(login, logins)).withVia(bastions.named(via)));
        }
        return hosts;
    }

    private Login named(String name, List<Login> logins) {
        return logins.stream()
                .filter(login -> login.name().equals(name))
                .findFirst()
                .orElseGet(() -> new Login("", around.user(), null, null, null, null));
    }

    private static Host host(Mapping row, Mapping defaults, Login login) {
        var name = new HostName(text(row, "name", ""));
        var labels = new TreeMap<String, String>();
        part(row, "labels").entries().forEach(entry -> labels.put(entry.key(), written(entry.value())));
        return new Host(
                name,
                text(row, "address", ""),
                Integer.parseInt(WayRules.port(row, defaults)),
                constant(Os.class, text(row, "os", text(defaults, "os", "linux"))),
                EnumSet.copyOf(items(row, "roles").stream()
                        .map(role -> constant(Role.class, written(role)))
                        .toList()),
                login,
                WayRules.of(row, defaults),
                null,
                text(row, "internalAddress", ""),
                new HostName(text(row, "nodeName", name.value())),
                labels,
                words(row, "taints"));
    }

    private static Acceptance acceptance(Mapping row) {
        var host = text(row, "host", "");
        return new Acceptance(
                text(row, "check", ""), host.isEmpty() ? null : new HostName(host), text(row, "because", ""));
    }

    private static Limits limits(Mapping limits) {
        var standard = Limits.DEFAULT;
        return new Limits(
                Integer.parseInt(text(limits, "parallel", String.valueOf(standard.parallel()))),
                Integer.parseInt(text(limits, "perBastion", String.valueOf(standard.perBastion()))),
                Duration.ofSeconds(Long.parseLong(text(
                        limits,
                        "connectSeconds",
                        String.valueOf(standard.connect().toSeconds())))));
    }

    private @Nullable SecretRef secret(Mapping parent, String key) {
        return mapping(parent, key).map(this::secret).orElse(null);
    }

    private SecretRef secret(Mapping reference) {
        var env = text(reference, "env", "");
        var file = text(reference, "file", "");
        var keychain = text(reference, "keychain", "");
        if (!env.isEmpty()) {
            return new SecretRef.Env(env);
        }
        if (!keychain.isEmpty()) {
            return new SecretRef.KeyChain(keychain);
        }
        return file.isEmpty() ? new SecretRef.Prompt() : new SecretRef.InFile(around.resolve(file));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String written) {
        return Enum.valueOf(type, written.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String text(Mapping parent, String key, String otherwise) {
        return parent.get(key).map(Binder::written).orElse(otherwise);
    }

    private static String written(Tree tree) {
        return tree instanceof Scalar scalar ? scalar.written() : "";
    }

    private static Mapping part(Mapping parent, String key) {
        return mapping(parent, key).orElse(NOTHING);
    }

    private static Optional<Mapping> mapping(Mapping parent, String key) {
        return parent.get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }

    private static List<Mapping> rows(Mapping parent, String key) {
        return items(parent, key).stream().map(Mapping.class::cast).toList();
    }

    private static List<Tree> items(Mapping parent, String key) {
        return parent.get(key).orElse(null) instanceof Sequence sequence ? sequence.items() : List.of();
    }
}
