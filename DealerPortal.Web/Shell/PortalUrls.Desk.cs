using NodaTime;

namespace DealerPortal.Web.Shell;

/// <content>The addresses of the desk and of the money: conduct, hotline, knowledge, callbacks, tiers, settlements.</content>
public static partial class PortalUrls
{
    // conduct
    public const string Conduct = "/conduct";
    public const string NewBreach = "/conduct/new";

    public static string Breach(Guid id) => $"{Conduct}/{id}";

    public static string ConductBefore(Instant at, Guid id) => $"{Conduct}?before={PageMark.Write(at, id)}";

    // hotline
    public const string Hotline = "/hotline";
    public const string Calls = "/hotline/calls";

    /// <summary>The desk with the call on the line, and with the dealer who calls.</summary>
    public static string HotlineWith(Guid? call, Guid? dealer) => With(Hotline, ("call", call?.ToString()), ("dealer", dealer?.ToString()));

    public static string HotlineFor(Guid? dealer) => HotlineWith(null, dealer);

    public static string CallsWith(string? kind, string? after = null) => With(Calls, ("kind", kind), ("after", after));

    public static string Script(string code) => $"{Hotline}/scripts/{code}";

    // knowledge
    public const string Knowledge = "/knowledge";
    public const string NewArticle = "/knowledge/new";

    public static string Article(Guid id) => $"{Knowledge}/{id}";

    public static string KnowledgeWith(string? text, string? family, string? state, string? after = null) =>
        With(Knowledge, ("text", text), ("family", family), ("state", state), ("after", after));

    // callbacks, tiers
    public const string Callbacks = "/callbacks";
    public const string CallbackFigures = "/callbacks/figures";
    public const string CallbackFigureList = "/callbacks/figures/list";
    public const string Tiers = "/tiers";

    public static string TiersWith(bool onlyProposed, string? text, string? after = null) => With(Tiers, ("proposed", onlyProposed ? "true" : null), ("text", text), ("after", after));

    /// <param name="month">The first month, such as <c>2026-03</c>.</param>
    public static string FiguresOf(string? month, int months, Guid? assistant) => With(CallbackFigures, ("month", month), ("months", months == 1 ? null : $"{months}"), ("assistant", assistant?.ToString()));

    /// <summary>The callbacks behind one number.</summary>
    public static string FigureList(string? month, int months, Guid? assistant, DealerPortal.Domain.Callbacks.CallbackFigureList.Number number, string? tier, string? after = null) =>
        With(CallbackFigureList, ("month", month), ("months", months == 1 ? null : $"{months}"), ("assistant", assistant?.ToString()), ("what", number.ToString()), ("tier", tier), ("after", after));

    public static string Callback(Guid id) => $"{Callbacks}/{id}";

    public static string CallbacksWith(DealerPortal.Domain.Callbacks.CallbackList.Tab tab, bool mine, string? after = null) =>
        With(Callbacks, ("tab", tab is 0 ? null : tab.ToString()), ("mine", mine ? "true" : null), ("after", after));

    /// <summary>The survey that a dealer answers by himself.</summary>
    public static string Survey(Guid id) => $"/surveys/{id}";

    // settlements
    public const string Settlement = "/settlement";
    public const string Statements = "/statements";
    public const string StatementFilePattern = Statements + "/{id:guid}/statement.xlsx";

    /// <summary>The balances, or with a state the statements in it, narrowed; <paramref name="after"/> is where a page of them begins.</summary>
    public static string SettlementWith(string? text = null, bool open = false, DealerPortal.Domain.Settlements.BatchState? state = null, string? after = null) =>
        With(Settlement, ("text", text), ("open", open ? "true" : null), ("state", state?.ToString()), ("after", after));

    /// <summary>A new batch of a dealer, through a date such as <c>2026-03-31</c>.</summary>
    public static string DrawUp(Guid dealer, string? through = null) => With($"{Settlement}/dealers/{dealer}", ("through", through));

    /// <summary>A statement, with the lines of one order opened.</summary>
    public static string Statement(Guid id, Guid? order = null) => With($"{Statements}/{id}", ("order", order?.ToString()));

    public static string StatementPrint(Guid id) => $"{Statements}/{id}/print";

    public static string StatementFile(Guid id) => $"{Statements}/{id}/statement.xlsx";
}
