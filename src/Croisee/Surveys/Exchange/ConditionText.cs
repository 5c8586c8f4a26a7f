using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>
/// Reads a condition as LimeSurvey and XLSForm write the simple ones: comparisons of one question with one value, joined by and, or, not.
/// What computes, what looks at a person or at the day is not said in our words: <see cref="UnsaidCondition"/> says which.
/// </summary>
sealed class ConditionText
{
    const int DepthMax = 40;

    /// <summary>Either says something, or is a question, how many of its boxes are ticked, or a value.</summary>
    sealed record Piece(Condition? Says = null, FarField? Field = null, bool Counts = false, string? Value = null);

    readonly List<ConditionToken> tokens;
    readonly Func<string, FarField?> find;
    int at, depth;

    ConditionText(string text, Func<string, FarField?> find) => (tokens, this.find) = (ConditionTokens.Of(text), find);

    /// <summary>Null: always.</summary>
    public static Condition? Read(string? text, Func<string, FarField?> find)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var reader = new ConditionText(text, find);
        var read = reader.Or();
        if (reader.Now.Kind is not TokenKind.End) throw new UnsaidCondition($"« {FarCondition.Short(reader.Now.Text)} » ne se lit pas");
        if (read.Depth > Condition.DepthMax) throw new UnsaidCondition("elle est trop imbriquée");
        return read is AllOf { Parts.Count: 0 } ? null : read;
    }

    ConditionToken Now => tokens[at];

    bool Takes(params ReadOnlySpan<string> texts)
    {
        if (Now.Kind is not (TokenKind.Sign or TokenKind.Name)) return false;
        foreach (var text in texts) if (string.Equals(Now.Text, text, StringComparison.OrdinalIgnoreCase)) { at++; return true; }
        return false;
    }

    Condition Or()
    {
        var parts = new List<Condition> { And() };
        while (Takes("or", "||")) parts.Add(And());
        return parts is [var one] ? one : new AnyOf(parts);
    }

    Condition And()
    {
        var parts = new List<Condition> { Whole() };
        while (Takes("and", "&&")) parts.Add(Whole());
        return parts is [var one] ? one : new AllOf(parts);
    }

    Condition Whole()
    {
        if (++depth > DepthMax) throw new UnsaidCondition("elle est trop imbriquée");
        var said = Takes("!") ? Whole() is var part && part is Not not ? not.Part : new Not(part) : Compared();
        depth--;
        return said;
    }

    Condition Compared()
    {
        var left = Part();
        if (Sign() is not { } sign) return left switch { { Says: { } said } => said, { Value: "1" } => new AllOf([]), _ => throw new UnsaidCondition("elle ne compare rien") };
        var right = Part();
        if (left.Field is null) (left, right, sign.Sign) = (right, left, FarCondition.Turned(sign.Sign));
        if (left.Field is not { } field || right.Value is not { } value) throw new UnsaidCondition("elle ne compare pas une question à une valeur");
        if (left.Counts) return sign.Differs ? new Not(new Counted(field.Field, sign.Sign, FarCondition.Number(value))) : new Counted(field.Field, sign.Sign, FarCondition.Number(value));
        return sign.Sign is Comparison.Equal ? FarCondition.Same(field, value, sign.Differs) : FarCondition.Bound(field, sign.Sign, value);
    }

    (Comparison Sign, bool Differs)? Sign() =>
        Takes("==", "=", "eq") ? (Comparison.Equal, false) : Takes("!=", "ne") ? (Comparison.Equal, true)
        : Takes("<=", "le") ? (Comparison.AtMost, false) : Takes(">=", "ge") ? (Comparison.AtLeast, false)
        : Takes("<", "lt") ? (Comparison.Less, false) : Takes(">", "gt") ? (Comparison.More, false) : null;

    Piece Part()
    {
        var token = Now;
        if (token.Kind is TokenKind.Text or TokenKind.Number) { at++; return new(Value: token.Text); }
        if (Takes("(")) return Closed(new Piece(Says: Or()));
        if (token.Kind is not TokenKind.Name) throw new UnsaidCondition("elle est incomplète");
        at++;
        if (Takes("(")) return Closed(Function(token.Text.ToLowerInvariant()));
        return new(Field: Field(token.Text));
    }

    Piece Closed(Piece piece) => Takes(")") ? piece : throw new UnsaidCondition("une parenthèse n’est pas fermée");

    Piece Function(string name)
    {
        switch (name)
        {
            case "true": return new(Says: new AllOf([]));
            case "false": return new(Says: new AnyOf([]));
            case "not": return new(Says: new Not(Or()));
            case "is_empty": return new(Says: FarCondition.Same(Argument(), ""));
            // A number is a number here already.
            case "intval" or "floatval" or "int" or "number": return new(Field: Argument());
            case "count-selected": return new(Field: Argument(), Counts: true);
            case "count": return new(Field: Boxes(), Counts: true);
            case "selected":
                var field = Argument();
                if (!Takes(",") || Part() is not { Value: { Length: > 0 } value }) throw new UnsaidCondition("« selected » n’a pas sa réponse");
                return new(Says: FarCondition.Same(field, value));
            default: throw new UnsaidCondition($"elle utilise « {FarCondition.Short(name)} »");
        }
    }

    FarField Argument() => Now.Kind is TokenKind.Name ? Field(tokens[at++].Text) : throw new UnsaidCondition("une fonction n’a pas sa question");

    /// <summary>Several boxes of one list are the list, when all are there or not: how many of them are ticked is asked of the list.</summary>
    FarField Boxes()
    {
        var fields = new List<FarField> { Argument() };
        while (Takes(",")) fields.Add(Argument());
        var boxes = fields.Select(f => f.Box).Distinct().Count();
        return fields.All(f => f.Box is not null && f.Field == fields[0].Field) && boxes == fields[0].Options.Count ? fields[0] with { Box = null } : throw new UnsaidCondition("elle compte autre chose que les cases d’une question");
    }

    FarField Field(string name) => find(name) ?? throw new UnsaidCondition($"« {FarCondition.Short(name)} » n’est pas une question de ce fichier");
}
