using System.Globalization;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>What a name in another tool's condition stands for.</summary>
/// <param name="Options">Their codes of answers and ours.</param>
/// <param name="Box">The one answer that this name stands for, where each box of a list has a name.</param>
sealed record FarField(string Field, QuestionKind Kind, IReadOnlyDictionary<string, string> Options, string? Box = null);

/// <summary>A condition that our small language does not say.</summary>
sealed class UnsaidCondition(string why) : Exception(why);

/// <summary>Puts the pieces of another tool's condition in our words. A name or an answer that is not there is never guessed.</summary>
static class FarCondition
{
    public static Condition Same(FarField field, string value, bool differs = false)
    {
        var said = Same(field, value);
        return differs ? said is Not { Part: var part } ? part : new Not(said) : said;
    }

    static Condition Same(FarField field, string value)
    {
        if (field.Box is { } box) return value switch { "Y" or "1" => new Chosen(field.Field, box), "" or "N" => new Not(new Chosen(field.Field, box)), _ => throw NoAnswer(value) };
        if (value.Length == 0) return new Not(new Answered(field.Field));
        if (field.Kind is QuestionKind.Number) return new Compared(field.Field, Comparison.Equal, Number(value));
        if (!field.Kind.IsClosed()) throw new UnsaidCondition("elle compare un texte ou une date");
        return new Chosen(field.Field, field.Options.TryGetValue(value, out var ours) ? ours : throw NoAnswer(value));
    }

    /// <summary>Where answers are points with numbers for codes, a bound is the list of points beyond it.</summary>
    public static Condition Bound(FarField field, Comparison sign, string value)
    {
        var bound = Number(value);
        if (field.Kind is QuestionKind.Number) return new Compared(field.Field, sign, bound);
        if (field.Box is not null || field.Kind is QuestionKind.Multiple || !field.Kind.IsClosed()) throw new UnsaidCondition("elle compare autre chose que des nombres");
        var points = field.Options.Where(o => int.TryParse(o.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var point) && sign.Holds(point, bound)).Select(Condition (o) => new Chosen(field.Field, o.Value)).ToList();
        return points switch { [] => throw new UnsaidCondition("aucune réponse ne la remplirait"), [var one] => one, _ => new AnyOf(points) };
    }

    public static Comparison Turned(Comparison sign) => sign switch { Comparison.Less => Comparison.More, Comparison.AtMost => Comparison.AtLeast, Comparison.AtLeast => Comparison.AtMost, Comparison.More => Comparison.Less, _ => sign };

    public static int Number(string value) =>
        decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number == decimal.Truncate(number) && Math.Abs(number) <= int.MaxValue ? (int)number
        : throw new UnsaidCondition($"« {Short(value)} » n’est pas un nombre entier");

    static UnsaidCondition NoAnswer(string value) => new($"« {Short(value)} » n’est pas une réponse possible");

    public static string Short(string text) => text.Length > 30 ? text[..30] + "…" : text;
}
