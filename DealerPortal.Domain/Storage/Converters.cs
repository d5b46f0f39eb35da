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
