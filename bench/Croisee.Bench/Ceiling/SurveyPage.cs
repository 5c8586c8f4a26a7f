using System.Buffers;
using System.Globalization;
using System.Text;

namespace Croisee.Bench.Ceiling;

/// <summary>
/// The 20 questions of the peer's measured survey (quality.md D.1): a mandatory drop-down of 10, two single choices
/// of 6 and 4, fifteen five-point items of which 5 are mandatory, one 0–10 item and one long text.
/// </summary>
public sealed class SurveyPage
{
    public const int ChoiceCount = 19;
    public const int LongestText = 2000;

    private static readonly (int Least, int Most, bool Required)[] Choices = Describe();
    private static readonly string[] Names = [.. Enumerable.Range(1, ChoiceCount + 1).Select(n => $"q{n}")];
    private readonly byte[] beforeToken;
    private readonly byte[] afterToken;

    public SurveyPage()
    {
        const string slot = "{token}";
        var html = Html(slot);
        var at = html.IndexOf(slot, StringComparison.Ordinal);
        beforeToken = Encoding.UTF8.GetBytes(html[..at]);
        afterToken = Encoding.UTF8.GetBytes(html[(at + slot.Length)..]);
    }

    public async Task WriteAsync(HttpResponse response, string token)
    {
        var length = beforeToken.Length + token.Length + afterToken.Length;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = length;
        var body = response.BodyWriter;
        body.Write(beforeToken);
        body.Advance(Encoding.ASCII.GetBytes(token, body.GetSpan(token.Length)));
        body.Write(afterToken);
        await body.FlushAsync();
    }

    /// <summary>Checks every answer; an absent optional choice is stored as 255.</summary>
    /// <returns>False when a mandatory answer is missing, a choice is out of its range or the text is too long.</returns>
    public static bool TryRead(IFormCollection form, out byte[] choices, out string text)
    {
        choices = new byte[ChoiceCount];
        text = form[Names[ChoiceCount]].ToString();
        for (var i = 0; i < ChoiceCount; i++)
        {
            var (least, most, required) = Choices[i];
            var typed = form[Names[i]].ToString();
            if (typed.Length == 0 && !required) choices[i] = byte.MaxValue;
            else if (byte.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) choices[i] = value;
            else return false;
        }
        return text.Length <= LongestText;
    }

    private static (int, int, bool)[] Describe()
    {
        var choices = new (int, int, bool)[ChoiceCount];
        choices[0] = (1, 10, true);
        choices[1] = (1, 6, false);
        choices[2] = (1, 4, false);
        for (var i = 3; i < 18; i++) choices[i] = (1, 5, i < 8);
        choices[18] = (0, 10, false);
        return choices;
    }

    private static string Html(string token)
    {
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Vingt questions</title></head><body><main><h1>Vingt questions</h1>");
        html.Append("<form method=\"post\" action=\"/survey\"><input name=\"__RequestVerificationToken\" type=\"hidden\" value=\"").Append(token).Append("\">");
        for (var i = 0; i < ChoiceCount; i++)
        {
            var (least, most, required) = Choices[i];
            var mark = required ? " required" : "";
            html.Append($"<fieldset><legend>Question {i + 1} : que diriez-vous de la place donnée aux personnes ?</legend>");
            if (i == 0) html.Append($"<select name=\"q1\"{mark}><option value=\"\">Choisir</option>");
            for (var value = least; value <= most; value++)
            {
                html.Append(i == 0
                    ? $"<option value=\"{value}\">Réponse {value}</option>"
                    : $"<label><input type=\"radio\" name=\"q{i + 1}\" value=\"{value}\"{mark}> Réponse {value}</label>");
            }
            html.Append(i == 0 ? "</select></fieldset>" : "</fieldset>");
        }
        html.Append($"<label>Question 20 : dites-nous plus<textarea name=\"q20\" maxlength=\"{LongestText}\"></textarea></label>");
        return html.Append("<button>Envoyer</button></form></main></body></html>").ToString();
    }
}
