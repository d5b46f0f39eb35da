namespace DealerPortal.Domain;

/// <summary>The section <c>Portal</c> of <c>appsettings.json</c>: what a company sets before it starts the portal.</summary>
public sealed record PortalSettings
{
    public CompanyName Company { get; init; } = new();

    /// <summary>The regulation in force here: the folder name of a policy pack.</summary>
    public string Pack { get; init; } = "";

    /// <summary>A folder with further policy packs; null for none.</summary>
    public string? PacksFolder { get; init; }

    /// <summary>Where the SQLite file, the photos and the keys live; relative to the content root.</summary>
    public string DataFolder { get; init; } = "data";

    public DatabaseChoice Database { get; init; } = new();

    public JobsChoice Jobs { get; init; } = new();

    public PhotoBounds Photos { get; init; } = new();

    /// <summary>The same settings with the data folder made absolute.</summary>
    public PortalSettings Under(string contentRoot) => this with { DataFolder = Path.GetFullPath(DataFolder, contentRoot) };

    public sealed record CompanyName
    {
        public string Name { get; init; } = "";
        public string NameEn { get; init; } = "";
    }

    /// <param name="Provider"><c>Sqlite</c> or <c>Postgres</c>.</param>
    public sealed record DatabaseChoice(string Provider = "Sqlite", string? Connection = null)
    {
        public bool IsPostgres => string.Equals(Provider, "Postgres", StringComparison.OrdinalIgnoreCase);
    }

    /// <param name="Run">Whether this Web process also runs the timetable; false when a worker does.</param>
    public sealed record JobsChoice(bool Run = true);

    public sealed record PhotoBounds(long MaxBytes = 30_000_000, long MaxPixels = 120_000_000, long QuotaBytesPerDealer = 20_000_000_000);
}
