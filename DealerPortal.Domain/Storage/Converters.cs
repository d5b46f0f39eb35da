using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace DealerPortal.Domain.Storage;

/// <summary>Instants on PostgreSQL: <c>timestamptz</c>, cut to microseconds.</summary>
internal sealed class TimestampConverter() : ValueConverter<Instant, DateTime>(
    instant => Instant.FromUnixTimeTicks(instant.ToUnixTimeTicks() / 10 * 10).ToDateTimeUtc(),
    stored => Instant.FromDateTimeUtc(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

/// <summary>Instants on SQLite: whole microseconds since 1970, so that order and indexes are those of a number.</summary>
internal sealed class MicrosecondsConverter() : ValueConverter<Instant, long>(
    instant => instant.ToUnixTimeTicks() / 10,
    stored => Instant.FromUnixTimeTicks(stored * 10));

/// <summary>Calendar dates on both databases.</summary>
internal sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(
    date => date.ToDateOnly(),
    stored => LocalDate.FromDateOnly(stored));

/// <summary>Quantities and measures on both databases: whole thousandths, so that order, sums and indexes are exact. (Money is fen, and never a decimal.)</summary>
internal sealed class ThousandthsConverter() : ValueConverter<decimal, long>(
    quantity => Whole(quantity),
    stored => stored / 1000m)
{
    private static long Whole(decimal quantity)
    {
        var thousandths = quantity * 1000;
        return decimal.IsInteger(thousandths)
            ? (long)thousandths
            : throw new ArgumentException($"{quantity} is finer than a thousandth and would be rounded when stored. Refuse or round it where it comes in.", nameof(quantity));
    }
}
