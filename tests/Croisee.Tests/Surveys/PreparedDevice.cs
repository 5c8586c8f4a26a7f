using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Croisee.Surveys;
using Croisee.Surveys.Offline;

namespace Croisee.Tests.Surveys;

/// <summary>A device as its page knows it: what it was told, what it keeps, and how it sends that.</summary>
sealed record PreparedDevice(Browser Browser, string Path, string Id, string Key, int Revision)
{
    public static async Task<PreparedDevice> At(Place place, GivenSurvey given, string helper = "Une personne concernée, comme elle")
    {
        var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}/hors-ligne");
        page = await page.Form("Préparer cet appareil").Choose("Je suis ces règles").Choose(helper).Send();
        var plan = JsonNode.Parse(page.Document.QuerySelector("[data-plan]")!.GetAttribute("data-plan")!)!;
        return new(browser, page.Path, plan["device"]!.GetValue<string>(), plan["key"]!.GetValue<string>(), plan["revision"]!.GetValue<int>());
    }

    public static string Kept(PreparedDevice device, string? mode = "aide_pair", int? revision = null, string? key = null, params (string Field, string[] Values)[] answers) =>
        JsonSerializer.Serialize(new { key = key ?? SheetKey.New(), revision = revision ?? device.Revision, mode, answers = answers.ToDictionary(a => a.Field, a => a.Values) });

    /// <summary>As device-store.js seals it.</summary>
    public static string Seal(PreparedDevice device, string kept)
    {
        using var theirs = Envelope.NewPair();
        theirs.ImportSubjectPublicKeyInfo(Convert.FromBase64String(device.Key), out _);
        using var mine = Envelope.NewPair();
        var point = mine.PublicKey.ExportParameters().Q;
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, mine.DeriveRawSecretAgreement(theirs.PublicKey), 32, [], Encoding.ASCII.GetBytes("croisee " + device.Id));
        var (nonce, plain) = (RandomNumberGenerator.GetBytes(12), Encoding.UTF8.GetBytes(kept.PadRight(1024)));
        var (closed, tag) = (new byte[plain.Length], new byte[16]);
        using var aes = new AesGcm(key, 16);
        aes.Encrypt(nonce, plain, closed, tag, Encoding.ASCII.GetBytes(device.Id));
        return Base64Url.EncodeToString([1, 4, .. point.X!, .. point.Y!, .. nonce, .. closed, .. tag]);
    }

    public static async Task<Page> Post(PreparedDevice device, string content)
    {
        var page = await device.Browser.Open(device.Path + "/envoi");
        var fields = page.Document.QuerySelectorAll("form input").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        fields["Form.Content"] = content;
        return await Page.Read(device.Browser, device.Path, await device.Browser.Send(new(HttpMethod.Post, device.Path + "/envoi") { Content = new FormUrlEncodedContent(fields) }));
    }
}
