package dev.muster.practice.windows;

/// What both sides of a logon by NTLM can agree on ([MS-NLMP] 2.2.2.5).
final class NtlmFlags {

    static final int UNICODE = 0x1;
    static final int REQUEST_TARGET = 0x4;
    static final int SIGN = 0x10;
    static final int SEAL = 0x20;
    static final int NTLM = 0x200;
    static final int ALWAYS_SIGN = 0x8000;
    static final int TARGET_IS_SERVER = 0x20000;
    static final int EXTENDED_SECURITY = 0x80000;
    static final int TARGET_INFO = 0x800000;
    static final int VERSION = 0x2000000;
    static final int BITS_128 = 0x20000000;
    static final int KEY_EXCHANGE = 0x40000000;
    static final int BITS_56 = 0x80000000;

    private static final int ALWAYS = UNICODE
            | REQUEST_TARGET
            | NTLM
            | ALWAYS_SIGN
            | TARGET_IS_SERVER
            | EXTENDED_SECURITY
            | TARGET_INFO
            | VERSION;
    private static final int IF_OFFERED = SIGN | SEAL | BITS_128 | KEY_EXCHANGE | BITS_56;

    private NtlmFlags() {}

    /// What the host says to an offer. Some clients leave out of it what they can do anyway, so that only what
    /// the strength of sealing hangs on is taken from it.
    static int answerTo(int offered) {
        return ALWAYS | (offered & IF_OFFERED);
    }

    static boolean has(int flags, int flag) {
        return (flags & flag) == flag;
    }
}
