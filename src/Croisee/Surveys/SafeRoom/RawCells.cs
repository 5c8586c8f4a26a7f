using System.Globalization;
using System.Text.Json;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.SafeRoom;

/// <summary>
/// The cells of one row after the other, in the order of the columns. Answers come in another order than columns, so that each is written down where it falls
/// and told where it belongs. Used again for each row; not by two threads.
/// </summary>
public sealed class RawCells(RawColumns columns)
{
    const int Fixed = RawColumns.Attributes;
    readonly RawColumn[] fields = [.. columns.All.Skip(Fixed)];
    readonly (int From, int Length)[] at = new (int, int)[columns.All.Count];
    byte[] text = new byte[4096];
    int used, expected;

    public ReadOnlySpan<byte> this[int column] => text.AsSpan(at[column].From, at[column].Length);

    public void Read(in RawRow row)
    {
        used = 0;
        if (text.Length < row.Answers.Length + 1024) text = new byte[2 * (row.Answers.Length + 1024)];
        Array.Clear(at);
        if (row.Place >= 0) Put(0, columns.PlaceCodes[row.Place]);
        Put(1, row.Month);
        Put(2, row.Channel);
        Put(3, row.Mode);
        var json = new Utf8JsonReader(row.Answers);
        while (json.Read())
            if (json.TokenType is JsonTokenType.PropertyName) ReadAnswer(ref json, ColumnOf(ref json));
    }

    /// <summary>Codes chosen, one space between two: no code holds one. A date is told to its month.</summary>
    void ReadAnswer(ref Utf8JsonReader json, int column)
    {
        var from = used;
        var month = column >= 0 && columns.All[column].IsDay;
        while (json.Read() && json.TokenType is not JsonTokenType.EndArray)
        {
            if (column < 0 || json.TokenType is not JsonTokenType.String) continue;
            if (used > from) text[used++] = (byte)' ';
            used += month ? Month(json.GetString()!, text.AsSpan(used)) : json.CopyString(text.AsSpan(used));
        }
        if (column >= 0) at[column] = (from, used - from);
    }

    /// <summary>However it was typed; what is no date says nothing here.</summary>
    static int Month(string typed, Span<byte> to) => ReadAnswers.DayOf(typed) is { } day && day.TryFormat(to, out var length, "yyyy-MM", CultureInfo.InvariantCulture) ? length : 0;

    /// <summary>Rows name their fields in the same order: the next one is most often the one after the last.</summary>
    int ColumnOf(ref Utf8JsonReader json)
    {
        for (var tried = 0; tried < fields.Length; tried++)
        {
            var number = (expected + tried) % fields.Length;
            if (!json.ValueTextEquals(fields[number].Name)) continue;
            expected = number + 1;
            return Fixed + number;
        }
        return -1;
    }

    void Put(int column, ReadOnlySpan<byte> value)
    {
        value.CopyTo(text.AsSpan(used));
        at[column] = (used, value.Length);
        used += value.Length;
    }
}
