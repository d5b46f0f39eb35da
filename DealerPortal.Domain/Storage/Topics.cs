using DealerPortal.Domain.Accounts;

namespace DealerPortal.Domain.Storage;

/// <summary>The live topics: one thing, one dealer's start page, or one board of the staff.</summary>
public static class Topics
{
    public static string Dealer(Guid id) => $"dealer:{id:N}";

    public static string User(Guid id) => $"user:{id:N}";

    /// <summary>An order with its lines and shipments.</summary>
    public static string Order(Guid id) => $"order:{id:N}";

    /// <summary>The list of all orders, and that of all dealers.</summary>
    public const string Orders = "orders";
    public const string Dealers = "dealers";

    /// <summary>An import, from its first row to its last.</summary>
    public static string Import(Guid id) => $"import:{id:N}";

    /// <summary>What happened to a thing; announced with every note of it.</summary>
    public static string Timeline(Guid subject) => $"timeline:{subject:N}";

    /// <summary>The administrator's list of people.</summary>
    public const string People = "people";

    /// <summary>Who has a case open.</summary>
    public static string Visits(Guid caseId) => $"visits:{caseId:N}";

    /// <summary>Who has any case open, for boards of many.</summary>
    public const string AllVisits = "visits";

    /// <summary>A complaint: its case page.</summary>
    public static string Case(Guid id) => $"case:{id:N}";

    /// <summary>What is said to have been broken by staff; each reads what concerns him.</summary>
    public const string Conduct = "conduct";

    /// <summary>The call desk: calls, promises, and what is said.</summary>
    public const string Hotline = "hotline";

    /// <summary>The library of what was learned.</summary>
    public const string Knowledge = "knowledge";

    /// <summary>A statement with its lines.</summary>
    public static string Batch(Guid id) => $"batch:{id:N}";

    /// <summary>The board of balances and batches.</summary>
    public const string Settlement = "settlement";

    /// <summary>Everybody's inbox of approvals.</summary>
    public const string Approvals = "approvals";

    /// <summary>A delivery with its windows.</summary>
    public static string PickUp(Guid id) => $"pick-up:{id:N}";

    /// <summary>An inspection with its draft and photos.</summary>
    public static string Inspection(Guid id) => $"inspection:{id:N}";

    /// <summary>What a person's boards listen to: the dealer's own, one region's, or all of the staff's.</summary>
    public static string BoardOf(Actor actor) =>
        actor.DealerId is { } dealer ? Dealer(dealer)
        : actor.Regions.Count == 1 ? Region(actor.Regions.First())
        : Staff;

    /// <summary>The boards of the staff of a region.</summary>
    public static string Region(string code) => $"region:{code}";

    /// <summary>The boards of staff who see every region.</summary>
    public const string Staff = "staff";

    /// <summary>The years of public holidays.</summary>
    public const string Calendar = "calendar";
    /// <summary>The lists of callbacks and their figures.</summary>
    public const string Callbacks = "callbacks";

    /// <summary>A callback: its call form, and the survey at the dealer's.</summary>
    public static string Callback(Guid id) => $"callback:{id:N}";

    /// <summary>The month's tiers.</summary>
    public const string Tiers = "tiers";

    /// <summary>The jobs' runs.</summary>
    public const string Jobs = "jobs";

    /// <summary>Something got a new instant at which a sweep is to see to it.</summary>
    public const string DueTimes = "due-times";

    /// <summary>The company's date changed, or in Development the clock was moved: every page reads itself again.</summary>
    public const string Clock = "clock";
}
