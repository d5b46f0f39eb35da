using DealerPortal.Web.Controls;
using NodaTime;

namespace DealerPortal.Tests.Controls;

public sealed class TypedMomentTests
{
    private static readonly LocalDate Today = new(2026, 3, 2);

    [Theory]
    [InlineData("2026-03-02", "2026-03-02")]
    [InlineData("2026/3/2", "2026-03-02")]
    [InlineData("2026.3.2", "2026-03-02")]
    [InlineData("20260302", "2026-03-02")]
    [InlineData("2026年3月2日", "2026-03-02")]
    [InlineData("3月2号", "2026-03-02")]
    [InlineData("3-2", "2026-03-02")]
    [InlineData(" 3 / 2 ", "2026-03-02")]
    [InlineData("２０２６－３－２", "2026-03-02")]
    [InlineData("12-30", "2025-12-30")]
    [InlineData("8-30", "2026-08-30")]
    [InlineData("9-10", "2025-09-10")]
    [InlineData("2-29", "2024-02-29", "2024-03-02")]
    [InlineData("2024-02-29", "2024-02-29")]
    public void A_date_is_understood_as_people_type_it(string typed, string date, string today = "2026-03-02") =>
        Assert.Equal(date, TypedMoment.Show(TypedMoment.Date(typed, TypedMoment.Date(today, Today)!.Value)));

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-29")]
    [InlineData("2-30")]
    [InlineData("3")]
    [InlineData("302")]
    [InlineData("0026-03-02")]
    [InlineData("2026-03-02 14:30")]
    [InlineData("2026-3-2-1")]
    public void What_is_no_date_is_none(string typed) => Assert.Null(TypedMoment.Date(typed, Today));

    [Theory]
    [InlineData("14:30", "14:30")]
    [InlineData("14：30", "14:30")]
    [InlineData("1430", "14:30")]
    [InlineData("930", "09:30")]
    [InlineData("9", "09:00")]
    [InlineData("9点", "09:00")]
    [InlineData("9点5分", "09:05")]
    [InlineData("9.05", "09:05")]
    [InlineData("14:30:15", "14:30:15")]
    [InlineData("0:00", "00:00")]
    public void A_time_is_understood_as_people_type_it(string typed, string time) => Assert.Equal(time, TypedMoment.Show(TypedMoment.Time(typed)));

    [Theory]
    [InlineData("")]
    [InlineData("24:00")]
    [InlineData("12:60")]
    [InlineData("2pm")]
    [InlineData("143015")]
    [InlineData("-1")]
    public void What_is_no_time_is_none(string typed) => Assert.Null(TypedMoment.Time(typed));

    [Theory]
    [InlineData("2026-03-02T14:30", "2026-03-02T14:30:00")]
    [InlineData("3-2 1430", "2026-03-02T14:30:00")]
    [InlineData("2026-03-02T14:30:15", "2026-03-02T14:30:15")]
    public void A_day_and_its_time_may_stand_in_one_text(string typed, string moment)
    {
        var both = TypedMoment.Both(typed, Today);
        Assert.Equal(moment, (both!.Value.Date + both.Value.Time).ToString("uuuu-MM-ddTHH:mm:ss", null));
    }

    [Theory]
    [InlineData("2026-03-02")]
    [InlineData("14:30")]
    [InlineData("3-2 25:00")]
    public void Half_of_it_is_not_both(string typed) => Assert.Null(TypedMoment.Both(typed, Today));
}
