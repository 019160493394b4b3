package dev.muster.rancher;

import static dev.muster.rancher.RancherWords.*;

import dev.muster.base.Key;
import dev.muster.base.Place;
import dev.muster.base.Problem;
import dev.muster.base.ProblemException;
import dev.muster.base.Text;
import java.security.cert.X509Certificate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What went wrong with Rancher, as a person can act on it.
///
/// @param server `https://rancher.example.org`
record Complaints(String server) {

    private static final String SERVER = "rancher.server";
    private static final String API = "rancher.api";

    ProblemException of(ApiFailure failure, @Nullable X509Certificate refused, Authorities authorities) {
        var request = failure.request();
        return switch (failure.kind()) {
            case CERTIFICATE -> certificate(refused, authorities);
            case UNREACHABLE ->
                check(SERVER, server, UNREACHABLE, UNREACHABLE_WHY, UNREACHABLE_FIX, server, shown(failure.message()));
            case LOST -> lost(request, failure.message());
            case NOT_AN_API ->
                check(SERVER, server, NOT_RANCHER, NOT_RANCHER_WHY, NOT_RANCHER_FIX, request, status(failure));
            case BUSY -> check(SERVER, server, BUSY, BUSY_WHY, BUSY_FIX, request, status(failure));
            case UNAUTHORIZED -> check(API, "", TOKEN_REFUSED, TOKEN_REFUSED_WHY, TOKEN_REFUSED_FIX, server);
            case FORBIDDEN ->
                check(API, "", FORBIDDEN, FORBIDDEN_WHY, FORBIDDEN_FIX, request, shown(failure.message()));
            case NOT_FOUND -> check(SERVER, server, NO_SUCH_PATH, NO_SUCH_PATH_WHY, NO_SUCH_PATH_FIX, request);
            case REFUSED -> refused(failure);
        };
    }

    private ProblemException refused(ApiFailure failure) {
        var what = (failure.code() + " " + failure.field()).strip();
        var text = Text.of(
                REFUSED,
                failure.request(),
                what.isEmpty() ? String.valueOf(failure.status()) : what,
                shown(failure.message()));
        var place = Place.field(failure.field(), "");
        return new ProblemException(
                new Problem(Problem.Kind.CHECK, place, text, Text.of(REFUSED_WHY), Text.of(REFUSED_FIX)));
    }

    private ProblemException lost(String request, String said) {
        return new ProblemException(new Problem(
                Problem.Kind.LOST,
                Place.field(SERVER, server),
                Text.of(LINE_LOST, server, request, shown(said)),
                Text.of(LINE_LOST_WHY),
                Text.of(LINE_LOST_FIX)));
    }

    private ProblemException certificate(@Nullable X509Certificate refused, Authorities authorities) {
        var fingerprint = refused == null ? "" : colons(Vouching.sha256(refused));
        var known = authorities instanceof Authorities.Known;
        return new ProblemException(new Problem(
                Problem.Kind.TRUST,
                Place.field(known ? SERVER : "rancher.ca", fingerprint),
                Text.of(known ? CERTIFICATE_UNKNOWN : CERTIFICATE_OTHER, server, fingerprint),
                Text.of(known ? CERTIFICATE_UNKNOWN_WHY : CERTIFICATE_OTHER_WHY),
                Text.of(known ? CERTIFICATE_UNKNOWN_FIX : CERTIFICATE_OTHER_FIX)));
    }

    private static String colons(String hex) {
        return hex.toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
    }

    ProblemException wrongPassword(String user) {
        return check("rancher.api.user", user, PASSWORD_WRONG, PASSWORD_WRONG_WHY, PASSWORD_WRONG_FIX, user, server);
    }

    ProblemException shortPassword(int shortest) {
        return check("", "", PASSWORD_SHORT, PASSWORD_SHORT_WHY, PASSWORD_SHORT_FIX, shortest);
    }

    ProblemException notToday(String version) {
        return check(
                "rancher.version", version, VERSION_UNREAD, VERSION_UNREAD_WHY, VERSION_UNREAD_FIX, server, version);
    }

    ProblemException keptBack(String cluster) {
        return check("", "", TOKEN_KEPT_BACK, TOKEN_KEPT_BACK_WHY, TOKEN_KEPT_BACK_FIX, cluster);
    }

    ProblemException noCommand(String cluster) {
        return check("", "", NO_COMMAND, NO_COMMAND_WHY, NO_COMMAND_FIX, cluster);
    }

    ProblemException nameTaken(String cluster) {
        return check("cluster.name", cluster, NAME_TAKEN, NAME_TAKEN_WHY, NAME_TAKEN_FIX, cluster);
    }

    ProblemException noCluster(String cluster) {
        return check("cluster.name", cluster, NO_CLUSTER, NO_CLUSTER_WHY, NO_CLUSTER_FIX, cluster, server);
    }

    ProblemException noTokenYet(String cluster) {
        return check("cluster.name", cluster, NO_TOKEN_YET, NO_TOKEN_YET_WHY, NO_TOKEN_YET_FIX, cluster);
    }

    ProblemException creationUnsure(String cluster) {
        return new ProblemException(new Problem(
                Problem.Kind.LOST,
                Place.field("cluster.name", cluster),
                Text.of(CREATION_UNSURE, cluster, server),
                Text.of(CREATION_UNSURE_WHY),
                Text.of(CREATION_UNSURE_FIX, cluster)));
    }

    ProblemException noId(String cluster, String time) {
        return check("cluster.name", cluster, NO_ID, NO_ID_WHY, NO_ID_FIX, cluster, time);
    }

    private static ProblemException check(String field, String value, Key what, Key why, Key fix, Object... arguments) {
        return new ProblemException(new Problem(
                Problem.Kind.CHECK,
                Place.field(field, value),
                Text.of(what, arguments),
                Text.of(why, arguments),
                Text.of(fix, arguments)));
    }

    private static String status(ApiFailure failure) {
        return (failure.status() + " " + failure.message()).strip();
    }

    /// A sentence doesn't end in nothing.
    private static String shown(String said) {
        return said.isEmpty() ? "-" : said;
    }
}
