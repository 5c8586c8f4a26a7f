using System.Security.Cryptography;

namespace Croisee.Surveys.Offline;

/// <summary>
/// A tablet or telephone made ready to collect answers where there is no network (domain 9.5). It holds the public half of a key: what it has kept it cannot read
/// again, nor can whoever finds it. Known by a random id and by who holds it, as a type: never by a name.
/// </summary>
public sealed class OfflineDevice
{
    /// <summary>Devices of one survey that were prepared without a link of the team: who reads a poster, not a machine.</summary>
    public const int MostOfASurvey = 500;
    /// <summary>Those of the team at one place, where the survey has several: a link that got about fills no other place's number.</summary>
    public const int MostOfAPlace = 100;
    /// <summary>Days during which one that has sent nothing counts among them: a week without a network (domain 9.5).</summary>
    public const int FreshDays = 7;

    /// <summary>Answers of one device that wait in the tray: a long tour, not a machine that fills the disk. What is beyond stays on the device, where nothing is lost.</summary>
    public const int MostWaiting = 500;

    OfflineDevice() { }

    /// <param name="helper">V-MODE-REPONSE of whoever helps with it.</param>
    /// <param name="seal">Seals the private half before it is stored.</param>
    /// <param name="ofTeam">Prepared by the team's link.</param>
    public OfflineDevice(SurveyPlace place, string helper, bool ofTeam, DateOnly day, Func<string, string> seal)
    {
        (Id, SurveyId, PlaceId, Helper, IsOfTeam, PreparedOn) = (new Guid(RandomNumberGenerator.GetBytes(16)), place.SurveyId, place.Id, helper, ofTeam, day);
        using var pair = Envelope.NewPair();
        (PublicKey, PrivateKey) = (Convert.ToBase64String(pair.ExportSubjectPublicKeyInfo()), seal(Convert.ToBase64String(pair.ExportPkcs8PrivateKey())));
    }

    public Guid Id { get; private set; }
    public Guid SurveyId { get; private set; }
    public Guid PlaceId { get; private set; }
    public string Helper { get; private set; } = "";
    /// <summary>Prepared by the team's link, not by whoever read a poster.</summary>
    public bool IsOfTeam { get; private set; }
    public DateOnly PreparedOn { get; private set; }
    /// <summary>P-256, as SubjectPublicKeyInfo in base 64.</summary>
    public string PublicKey { get; private set; } = "";
    /// <summary>PKCS 8 in base 64, sealed with the instance's key ring.</summary>
    public string PrivateKey { get; private set; } = "";
    /// <summary>Answers that came from it, counted or waiting: so that somebody who fills in hundreds alone is seen (S43).</summary>
    public int Received { get; private set; }
    public int Version { get; private set; }

    /// <summary>Four signs, shown on the device too, so that a team finds it again.</summary>
    public string Mark => MarkOf(Id);

    public static string MarkOf(Guid id) => id.ToString("N")[..4];

    public void Receive() => Received++;
}

/// <summary>An answer that came after the end of its survey, or that does not fit it: never dropped, still sealed, until the team decides (F23).</summary>
public sealed class LateEnvelope
{
    LateEnvelope() { }

    /// <param name="id">From the answer's own random key, so that it lies here once.</param>
    public LateEnvelope(Guid id, OfflineDevice device, DateOnly day, string content, LateReason reason) =>
        (SurveyId, Id, DeviceId, PlaceId, Day, Content, Reason) = (device.SurveyId, id, device.Id, device.PlaceId, day, content, reason);

    public Guid SurveyId { get; private set; }
    public Guid Id { get; private set; }
    public Guid DeviceId { get; private set; }
    public Guid PlaceId { get; private set; }
    /// <summary>The day it came, by this server's clock: a device's clock may be wrong.</summary>
    public DateOnly Day { get; private set; }
    /// <summary>As the device sealed it.</summary>
    public string Content { get; private set; } = "";
    public LateReason Reason { get; private set; }
}

public enum LateReason
{
    /// <summary>It came after the last day.</summary>
    AfterTheEnd,
    /// <summary>It does not answer this questionnaire.</summary>
    DoesNotFit,
}
