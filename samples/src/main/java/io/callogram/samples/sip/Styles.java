package io.callogram.samples.sip;

import static io.callogram.samples.sip.Slot.*;

import java.util.List;

/// The user agents and servers of the samples. Their names are invented; their habits are those
/// seen in the field.
public final class Styles {
    private static final String HEX = "0123456789abcdef";
    private static final String DIGITS = "0123456789";
    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String TOKEN =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-~";
    private static final String FULL_ALLOW =
            "INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, NOTIFY, MESSAGE, SUBSCRIBE, INFO, PRACK, UPDATE";

    private static final List<Slot> CLASSIC =
            List.of(
                    VIA,
                    RECORD_ROUTE,
                    ROUTE,
                    MAX_FORWARDS,
                    FROM,
                    TO,
                    CALL_ID,
                    CSEQ,
                    CONTACT,
                    AGENT,
                    ALLOW,
                    SUPPORTED,
                    EXTRA,
                    CONTENT_TYPE,
                    CONTENT_LENGTH);
    private static final List<Slot> SOFTPHONE =
            List.of(
                    VIA,
                    RECORD_ROUTE,
                    FROM,
                    TO,
                    CSEQ,
                    CALL_ID,
                    MAX_FORWARDS,
                    ROUTE,
                    SUPPORTED,
                    ALLOW,
                    CONTENT_TYPE,
                    CONTENT_LENGTH,
                    CONTACT,
                    EXTRA,
                    AGENT);
    private static final List<Slot> SWITCH =
            List.of(
                    VIA,
                    RECORD_ROUTE,
                    MAX_FORWARDS,
                    ROUTE,
                    FROM,
                    TO,
                    CONTACT,
                    CALL_ID,
                    CSEQ,
                    AGENT,
                    EXTRA,
                    ALLOW,
                    SUPPORTED,
                    CONTENT_TYPE,
                    CONTENT_LENGTH);
    private static final List<Slot> DESK =
            List.of(
                    VIA,
                    FROM,
                    TO,
                    CALL_ID,
                    EXTRA,
                    MAX_FORWARDS,
                    CSEQ,
                    AGENT,
                    ROUTE,
                    RECORD_ROUTE,
                    CONTACT,
                    SUPPORTED,
                    ALLOW,
                    CONTENT_LENGTH,
                    CONTENT_TYPE);

    /// For scripts that want the plain look of the RFCs' own examples.
    public static final Style PLAIN = new Style("", CLASSIC, false, true, HEX, 8, "", "");

    public static final List<Style> PHONES =
            List.of(
                    new Style(
                            "Lindentree Desktop/5.2.1 (orchid) LibLinden/5.3",
                            SOFTPHONE,
                            false,
                            false,
                            TOKEN,
                            9,
                            "INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, NOTIFY, MESSAGE, SUBSCRIBE, INFO, PRACK, UPDATE",
                            "replaces, outbound, gruu, path"),
                    new Style(
                            "Yarrow SIP-T46 66.86.0.15",
                            CLASSIC,
                            false,
                            true,
                            DIGITS,
                            10,
                            FULL_ALLOW + ", PUBLISH",
                            "replaces, timer, 100rel"),
                    new Style(
                            "Cypress-CP8841/14.2.1",
                            DESK,
                            false,
                            true,
                            HEX,
                            24,
                            "ACK,BYE,CANCEL,INVITE,NOTIFY,OPTIONS,REFER,REGISTER,UPDATE,SUBSCRIBE,INFO",
                            "replaces,join,sdp-anat,norefersub,resource-priority,extended-refer"),
                    new Style(
                            "Grove HP2160 1.0.11.64",
                            CLASSIC,
                            false,
                            true,
                            DIGITS,
                            9,
                            "INVITE, ACK, OPTIONS, CANCEL, BYE, SUBSCRIBE, NOTIFY, INFO, REFER, UPDATE, MESSAGE",
                            "replaces, path, timer, eventlist"),
                    new Style(
                            "Tinyua/0.9",
                            CLASSIC,
                            true,
                            false,
                            HEX,
                            8,
                            "INVITE,ACK,BYE,CANCEL,OPTIONS",
                            "timer"),
                    new Style(
                            "Bellflower Mobile 3.14 (iOS)",
                            SOFTPHONE,
                            false,
                            false,
                            HEX,
                            16,
                            FULL_ALLOW,
                            "replaces, 100rel, timer, norefersub"),
                    new Style(
                            "Acer-VVX_411-UA/6.4.2",
                            SWITCH,
                            false,
                            false,
                            HEX,
                            10,
                            "INVITE, ACK, BYE, CANCEL, OPTIONS, INFO, MESSAGE, SUBSCRIBE, NOTIFY, PRACK, UPDATE, REFER",
                            "100rel, replaces"));

    public static final List<Style> PROXIES =
            List.of(
                    new Style(
                            "Dromedar (5.7.2 (x86_64/linux))",
                            CLASSIC,
                            false,
                            true,
                            HEX,
                            6,
                            "",
                            ""),
                    new Style("Meridian Edge Proxy/3.1", SWITCH, false, false, HEX, 12, "", ""),
                    new Style(
                            "OpenLark (3.4.5 (amd64/linux))",
                            CLASSIC,
                            false,
                            true,
                            HEX,
                            7,
                            "",
                            ""));

    public static final List<Style> SWITCHES =
            List.of(
                    new Style(
                            "Asterope PBX 20.9.1",
                            CLASSIC,
                            false,
                            true,
                            HEX,
                            10,
                            "INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, SUBSCRIBE, NOTIFY, INFO, PUBLISH, MESSAGE",
                            "replaces, timer"),
                    new Style(
                            "FreeSpindle-mod_alpine/1.10.11",
                            SWITCH,
                            false,
                            false,
                            LETTERS,
                            13,
                            "INVITE, ACK, BYE, CANCEL, OPTIONS, MESSAGE, INFO, UPDATE, REGISTER, REFER, NOTIFY",
                            "timer, path, replaces"),
                    new Style(
                            "Huayu-Softswitch/3.2 (华域)",
                            SWITCH,
                            false,
                            true,
                            HEX,
                            12,
                            "INVITE,ACK,BYE,CANCEL,OPTIONS,INFO,UPDATE,PRACK,REFER,NOTIFY",
                            "timer, 100rel, replaces"));

    /// A tool that tries doors.
    public static final Style SCANNER =
            new Style("friendly-scanner", CLASSIC, false, false, DIGITS, 24, "", "");

    private Styles() {}
}
