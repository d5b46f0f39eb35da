using DealerPortal.Domain.Evidence;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using NodaTime;

namespace DealerPortal.Tests.Evidence;

public abstract class AuditPhotosTests(Database on)
{
    [Fact]
    public async Task Every_photo_is_checked_once_within_sixteen_nights()
    {
        await using var evidence = await EvidencePortal.Start(on: on);
        await evidence.Upload(Pictures.Nikon);

        Assert.Equal(new SweepCount(1, 0, 0), await Nights(evidence));
    }

    [Fact]
    public async Task A_photo_that_was_exchanged_or_is_gone_is_found_and_named()
    {
        await using var evidence = await EvidencePortal.Start(on: on);
        var photo = (await evidence.Upload(Pictures.Nikon)).Value;
        var file = Assert.Single(evidence.Files());

        File.SetAttributes(file, FileAttributes.Normal);
        await File.WriteAllBytesAsync(file, [.. Pictures.Nikon, 0]);
        var exchanged = await Nights(evidence);
        File.Delete(file);
        var gone = await Nights(evidence);

        Assert.Equal((1, 1), (exchanged.Failed, gone.Failed));
        Assert.Contains(photo.ToString(), exchanged.Why, StringComparison.Ordinal);
    }

    private static async Task<SweepCount> Nights(EvidencePortal evidence)
    {
        var total = SweepCount.None;
        for (var night = 0; night < AuditPhotos.Shares; night++)
            total += await evidence.Portal.The<AuditPhotos>().RunAsOf(evidence.Portal.Clock.Now + Duration.FromDays(night), default);
        return total;
    }
}

public sealed class SqliteAuditPhotosTests() : AuditPhotosTests(Database.Sqlite);

[Trait("Category", "Postgres")]
public sealed class PostgresAuditPhotosTests() : AuditPhotosTests(Database.Postgres);
