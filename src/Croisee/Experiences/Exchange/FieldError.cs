namespace Croisee.Experiences.Exchange;

/// <summary>What is wrong in one field of one row, in French, for whoever prepared the file.</summary>
/// <param name="Field">Code of the column (field dictionary 1.4), empty when the whole row is concerned.</param>
/// <param name="Line">First line of the row in the file, from 1; 0 when it was not read from a file.</param>
public sealed record FieldError(string Field, string Sentence, long Line = 0)
{
    public override string ToString() => (Line > 0 ? $"ligne {Line}, " : "") + (Field.Length > 0 ? $"colonne {Field} : " : "") + Sentence;
}
