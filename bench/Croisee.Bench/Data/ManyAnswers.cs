using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Croisee.Bench.Data;

/// <summary>As many sheets of the twenty questions as wanted, put straight into the file: skewed by question, one in ten of each passed, ids at random.</summary>
public static class ManyAnswers
{
    private const int Seed = 20261126;

    /// <param name="folder">Data folder of the product.</param>
    /// <param name="code">Of the place.</param>
    /// <param name="counted">As published already, or waiting.</param>
    /// <param name="answers">One sheet's answers as JSON.</param>
    public static void Fill(string folder, string code, int count, bool counted, Func<Random, string> answers)
    {
#pragma warning disable CA5394 // Generated answers protect nothing.
        var chance = new Random(Seed);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "croisee.db")};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO answer_sheets (survey_id, id, place_id, revision_number, day, channel, mode, answers, counted) SELECT survey_id, $id, id, 1, $day, 'CAN_CODE', 'seul', $answers, $counted FROM survey_places WHERE code = $code";
        var (id, day, text) = (insert.Parameters.Add("$id", SqliteType.Text), insert.Parameters.Add("$day", SqliteType.Text), insert.Parameters.Add("$answers", SqliteType.Text));
        insert.Parameters.AddWithValue("$code", code);
        insert.Parameters.AddWithValue("$counted", counted ? 1 : 0);
        day.Value = TimeProvider.System.GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var bytes = new byte[16];
        for (var i = 0; i < count; i++)
        {
            chance.NextBytes(bytes);
            id.Value = new Guid(bytes).ToString().ToUpperInvariant();
            text.Value = answers(chance);
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    /// <summary>The scales and the first question: what the results page is made of.</summary>
    public static string Shown(Random chance)
    {
        var text = new StringBuilder($"{{\"q1\":[\"R{1 + chance.Next(10)}\"]");
        for (var q = 4; q < 19; q++) if (chance.Next(10) > 0) text.Append(CultureInfo.InvariantCulture, $",\"q{q}\":[\"ACC5_{1 + Math.Min(4, chance.Next(3 + (q % 4)))}\"]");
        return text.Append('}').ToString();
    }

    /// <summary>All nineteen closed questions, in the order in which the product writes them.</summary>
    public static string Whole(Random chance)
    {
        var given = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["q1"] = $"R{1 + chance.Next(10)}", ["q2"] = $"R{1 + chance.Next(6)}", ["q3"] = $"R{1 + chance.Next(4)}", ["q19"] = $"NOTE_{chance.Next(11)}" };
        for (var q = 4; q < 19; q++) if (chance.Next(10) > 0) given[$"q{q}"] = $"ACC5_{1 + Math.Min(4, chance.Next(3 + (q % 4)))}";
        return "{" + string.Join(',', given.Select(g => $"\"{g.Key}\":[\"{g.Value}\"]")) + "}";
    }
#pragma warning restore CA5394
}
