namespace DealerPortal.Domain;

/// <summary>The section <c>Portal</c> of <c>appsettings.json</c>: what a company sets before it starts the portal.</summary>
public sealed record PortalSettings
{
    public CompanyName Company { get; init; } = new();

    /// <summary>The regulation in force here: the folder name of a policy pack.</summary>
    public string Pack { get; init; } = "";

    /// <summary>The company's sales regions: what a dealer can belong to.</summary>
    public IReadOnlyList<Region> Regions { get; init; } = [];

    /// <summary>A folder with further policy packs; null for none.</summary>
    public string? PacksFolder { get; init; }

    /// <summary>Where the SQLite file, the photos and the keys live; relative to the content root.</summary>
    public string DataFolder { get; init; } = "data";

    public DatabaseChoice Database { get; init; } = new();

    public JobsChoice Jobs { get; init; } = new();

    public PhotoBounds Photos { get; init; } = new();

    public SignInBounds SignIn { get; init; } = new();

    public HttpChoice Http { get; init; } = new();

    public WebhookChoice Webhook { get; init; } = new();

    /// <summary>The code of the one channel there is beside the inbox.</summary>
    public const string WebhookChannel = "webhook";

    /// <summary>By which channels notices leave the portal.</summary>
    public IReadOnlyList<string> Channels => Webhook.IsSet ? [WebhookChannel] : [];

    /// <summary>The same settings with their folders made absolute.</summary>
    public PortalSettings Under(string contentRoot) => this with
    {
        DataFolder = Path.GetFullPath(DataFolder, contentRoot),
        PacksFolder = string.IsNullOrWhiteSpace(PacksFolder) ? null : Path.GetFullPath(PacksFolder, contentRoot),
    };

    public sealed record CompanyName
    {
        public string Name { get; init; } = "";
        public string NameEn { get; init; } = "";
    }

    /// <param name="Code">What people's duties and the ERP's files say, such as <c>north</c>.</param>
    public sealed record Region(string Code, string Name, string NameEn);

    /// <param name="Provider"><c>Sqlite</c> or <c>Postgres</c>.</param>
    public sealed record DatabaseChoice(string Provider = "Sqlite", string? Connection = null)
    {
        public bool IsPostgres => string.Equals(Provider, "Postgres", StringComparison.OrdinalIgnoreCase);
    }

    /// <param name="Run">Whether this Web process also runs the timetable; false when a worker does.</param>
    public sealed record JobsChoice(bool Run = true);

    /// <param name="LockAfter">Wrong passwords in a row until the name is locked.</param>
    /// <param name="SessionDays">How long a session lasts that nobody uses.</param>
    /// <param name="CheckEverySeconds">How often an open session is checked against the person's present stamp.</param>
    /// <param name="AttemptsPerMinute">Attempts to sign in from one network address; a shop's people share one.</param>
    public sealed record SignInBounds(int LockAfter = 5, int LockMinutes = 15, int SessionDays = 14, int CheckEverySeconds = 30, int AttemptsPerMinute = 30);

    /// <param name="RequireHttps">Redirect to HTTPS, send HSTS, and give cookies over HTTPS alone.</param>
    /// <param name="BehindProxy">Believe <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c>, from this machine and from <paramref name="Proxies"/> only.</param>
    /// <param name="Proxies">Addresses of the proxies that are believed, divided by commas.</param>
    /// <param name="PublicUrl">The address people know the portal by, for links that are sent or printed; null takes the first one listened on.</param>
    public sealed record HttpChoice(bool RequireHttps = false, bool BehindProxy = false, string Proxies = "", string? PublicUrl = null);

    /// <param name="Url">Where notices are posted; null for nowhere.</param>
    /// <param name="Secret">Known to both sides, at least 32 characters: what the posts are signed with.</param>
    public sealed record WebhookChoice(string? Url = null, string? Secret = null)
    {
        public bool IsSet => !string.IsNullOrWhiteSpace(Url);

        /// <summary>Refuses to start with an address that would send notices in clear over the net, or unsigned.</summary>
        internal WebhookChoice Checked()
        {
            if (!Uri.TryCreate(Url, UriKind.Absolute, out var to) || !(to.Scheme == Uri.UriSchemeHttps || (to.Scheme == Uri.UriSchemeHttp && to.IsLoopback)))
                throw new InvalidOperationException($"Portal:Webhook:Url is '{Url}'. It has to be an https:// address (http:// on this machine only), or empty for no webhook.");
            if (Secret is not { Length: >= 32 })
                throw new InvalidOperationException("Portal:Webhook:Secret has fewer than 32 characters. Make one of 32 or more, and give it to the receiver too.");
            return this;
        }
    }

    /// <param name="CameraZone">The zone of a camera that writes a time of day without one.</param>
    /// <param name="CopyMaxPixels">Photos with more pixels are kept, and no copies are made of them.</param>
    /// <param name="CopyMegabytes">What the decoder may take for pictures.</param>
    /// <param name="CopySeconds">What the decoder may take of a processor; after three times as long by the clock it is killed whatever it took.</param>
    public sealed record PhotoBounds(
        long MaxBytes = 30_000_000, long MaxPixels = 120_000_000, long QuotaBytesPerDealer = 20_000_000_000, string CameraZone = "Asia/Shanghai",
        long CopyMaxPixels = 60_000_000, int CopyMegabytes = 512, int CopySeconds = 20);
}
