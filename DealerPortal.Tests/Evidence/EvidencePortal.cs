using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Evidence;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DealerPortal.Tests.Evidence;

/// <summary>A portal with two dealers, each a thing to hang photos on: for these tests the dealer itself.</summary>
internal sealed class EvidencePortal : IAsyncDisposable
{
    private EvidencePortal(Portal portal) => Portal = portal;

    public Portal Portal { get; }

    public Actor Owner { get; } = Of(Role.DealerOwner, Guid.CreateVersion7());

    public Actor Stranger { get; } = Of(Role.DealerOwner, Guid.CreateVersion7());

    public Actor Dispatcher { get; } = Of(Role.LogisticsDispatcher, null);

    public Actor Auditor { get; } = Of(Role.Auditor, null);

    public Guid Subject => Owner.DealerId!.Value;

    public Guid Spot { get; } = Guid.CreateVersion7();

    public string Photos => Path.Combine(Portal.DataFolder, "photos");

    public static async Task<EvidencePortal> Start(
        Func<PortalSettings, PortalSettings>? with = null, Database on = Database.Sqlite, Action<IServiceCollection>? also = null)
    {
        var evidence = new EvidencePortal(await Portal.Start(with: with, on: on, also: services =>
        {
            also?.Invoke(services);
            services.AddSingleton<IPhotoSubjects, DealersAsSubjects>();
        }));
        await evidence.Portal.Db(db =>
        {
            foreach (var actor in new[] { evidence.Owner, evidence.Stranger })
                db.Dealers.Add(new Dealer(actor.DealerId!.Value, actor.Name, actor.Name, "north", evidence.Portal.Clock.Now));
            return Task.FromResult(true);
        });
        return evidence;
    }

    public Task<Outcome<StartUpload.Answer>> Begin(byte[] file, string name = "IMG_1.jpg", Actor? by = null, long? bytes = null, string? sha256 = null, Guid? subject = null) =>
        Portal.The<StartUpload>().Run(new(subject ?? Subject, Spot, PhotoKind.Spot, name, bytes ?? file.Length, sha256 ?? PhotoStore.HashOf(file)), by ?? Owner, default);

    public Task<Outcome<long>> Send(Guid upload, long offset, byte[] piece, Actor? by = null) => Portal.The<SendPiece>().Run(new(upload, offset, piece), by ?? Owner, default);

    public Task<Outcome<Guid>> Finish(Guid upload, Actor? by = null) => Portal.The<FinishUpload>().Run(upload, by ?? Owner, default);

    /// <summary>Announces, sends in pieces, finishes; answers with the photo or the first refusal.</summary>
    public async Task<Outcome<Guid>> Upload(byte[] file, string name = "IMG_1.jpg", long? bytes = null, string? sha256 = null)
    {
        var begun = await Begin(file, name, bytes: bytes, sha256: sha256);
        if (begun.Value is not { } answer) return begun.Refusal!;
        for (var at = 0; at < file.Length; at += SendPiece.MaxBytes)
            if ((await Send(answer.Id, at, file[at..Math.Min(at + SendPiece.MaxBytes, file.Length)])).Refusal is { } refusal) return refusal;
        return await Finish(answer.Id);
    }

    public Task<(int Photos, int Uploads)> Rows() => Portal.Db(async db => (await db.Photos.CountAsync(), await db.PhotoUploads.CountAsync()));

    public string[] Files() => Directory.Exists(Photos) ? Directory.GetFiles(Photos, "*", SearchOption.AllDirectories) : [];

    /// <summary>Nothing of what was refused is left: no row, no file.</summary>
    public async Task IsClean()
    {
        Assert.Equal((0, 0), await Rows());
        Assert.Empty(Files());
    }

    /// <summary>Makes the subject a draft, filed or closed.</summary>
    public Task Become(string state) => Portal.Db(db => db.Dealers.Where(dealer => dealer.Id == Subject).ExecuteUpdateAsync(set => set.SetProperty(dealer => dealer.Phone, state)));

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private static Actor Of(Role role, Guid? dealer) => new(Guid.CreateVersion7(), $"{role} {dealer?.ToString("N")[24..]}", new HashSet<Role> { role }, dealer, new HashSet<string>(), "test");
}
