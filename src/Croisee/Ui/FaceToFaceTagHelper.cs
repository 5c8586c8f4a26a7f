using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Croisee.Ui;

/// <summary>
/// Face à face: rows of seats and the table between them, wherever people decide. Words beside the drawing say the same.
/// <c>&lt;face-to-face model="Model.Table" /&gt;</c>
/// </summary>
[HtmlTargetElement("face-to-face")]
public sealed class FaceToFaceTagHelper : TagHelper
{
    public FaceToFace? Model { get; set; }
    public SeatWords Words { get; set; } = new();

    /// <summary>The line that explains the marks; leave it out where seats show only initials.</summary>
    public bool Keys { get; set; } = true;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Model is not { Rows.Count: > 0 } model) { output.SuppressOutput(); return; }
        var parts = new List<object?> { Row(model.Rows[0], tableBelow: true), Table() };
        parts.AddRange(model.Rows.Skip(1).Select(row => Row(row, tableBelow: false)));
        if (Keys) parts.Add(KeyLine(model));
        if (model.Sentence is { Length: > 0 } sentence) parts.Add(Markup.El("figcaption", "meta", sentence));
        output.Become("figure", "face", [.. parts]);
    }

    // The seats stand next to the table: below the words in the first row, above them in the others.
    private object Row(SeatRow row, bool tableBelow)
    {
        var words = Markup.El("p", null, Markup.El("b", null, row.Label), "\u00A0: " + (row.Sentence ?? Words.Count(row.Seats)));
        var seats = row.Seats.Count == 0 ? null : Markup.List("ul", "seats", row.Seats.Select(Seat));
        return tableBelow ? Markup.El("div", row.Hue.Css(), words, seats) : Markup.El("div", row.Hue.Css(), seats, words);
    }

    private object Seat(Seat seat)
    {
        var mark = SeatWords.Mark(seat.State) ?? seat.Initials ?? "";
        var heard = seat.Name is { Length: > 0 } name ? $"{name}, {Words.Of(seat.State)}" : Words.Alone(seat.State);
        return Markup.El("li", SeatWords.Css(seat.State), Markup.Seen(mark), Markup.Heard(heard));
    }

    private static object Table() => Markup.El("div", "table").With("aria-hidden", "true");

    private object? KeyLine(FaceToFace model)
    {
        var marks = model.Rows.SelectMany(r => r.Seats).Select(s => s.State).Where(s => SeatWords.Mark(s) is not null).Distinct().Order().ToList();
        return marks.Count == 0 ? null : Markup.El("ul", "keys", [.. marks.Select(KeyItem)]).With("aria-hidden", "true");
    }

    private object KeyItem(SeatState state) => Markup.El("li", null, Markup.El("i", null, SeatWords.Mark(state)), " " + Words.Of(state));
}
