using System.Security.Cryptography;
using System.Text;
using Croisee.Data;

namespace Croisee.People;

/// <summary>
/// Seals the key ring at rest with a secret that is not in the database: whoever takes the database, or its backup, opens neither sessions nor contact data.
/// The secret is <c>CROISEE_KEY</c> (several, separated by spaces: the first seals, all of them open), else a file of the data folder, made at first need.
/// </summary>
public sealed class ProtectionSeal(Storage storage, IConfiguration configuration)
{
    public const string FileName = "croisee.key", SettingName = "CROISEE_KEY";
    public const int SecretMin = 32;
    const string Mark = "scelle1";
    const int NonceBytes = 12, TagBytes = 16;

    public string File => Path.Combine(storage.DataFolder, FileName);
    public bool IsSetting => !string.IsNullOrWhiteSpace(configuration[SettingName]);

    /// <summary>Whether others on this machine may read the key file.</summary>
    public bool FileIsOpenToOthers => SecretFiles.IsOpenBeyond(File, SecretFiles.OwnerOnly);

    public static bool IsSealed(string text) => text.StartsWith(Mark + ":", StringComparison.Ordinal);

    /// <summary>« scelle1:which key:nonce, tag and text ». The name of the row is bound to it: rows cannot be exchanged.</summary>
    public string Seal(string name, string xml)
    {
        var key = Known().FirstOrDefault() ?? Create();
        var text = Encoding.UTF8.GetBytes(xml);
        var box = new byte[NonceBytes + TagBytes + text.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(box.AsSpan(0, NonceBytes), text, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(name));
        return $"{Mark}:{IdOf(key)}:{Convert.ToBase64String(box)}";
    }

    /// <summary>What was stored before keys were sealed is read as it is.</summary>
    /// <exception cref="CannotServe">None of the known secrets sealed it: serving on would make new keys, and what the old ones seal would be lost.</exception>
    public string Open(string name, string stored)
    {
        if (!IsSealed(stored)) return stored;
        try
        {
            var parts = stored.Split(':');
            var key = Known().FirstOrDefault(k => IdOf(k) == parts[1]) ?? throw new CryptographicException();
            var box = Convert.FromBase64String(parts[2]);
            var text = new byte[box.Length - NonceBytes - TagBytes];
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), text, Encoding.UTF8.GetBytes(name));
            return Encoding.UTF8.GetString(text);
        }
        catch (Exception e) when (e is CryptographicException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            throw new CannotServe($"Les clés de la base sont scellées par un secret qui n’est pas là. Remettez le fichier {File}, ou l’ancienne valeur de {SettingName} après la nouvelle, séparées par une espace.");
        }
    }

    /// <summary>Whether this was sealed by the secret that seals now.</summary>
    public bool IsCurrent(string stored) => IsSealed(stored) && Known().FirstOrDefault() is { } key && stored.Split(':')[1] == IdOf(key);

    List<byte[]> Known()
    {
        var secrets = (configuration[SettingName] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (secrets.Any(s => s.Length < SecretMin)) throw new CannotServe($"{SettingName} doit compter au moins {SecretMin} signes, sans espace : par exemple le résultat de « openssl rand -base64 32 ».");
        if (System.IO.File.Exists(File)) secrets.Add(System.IO.File.ReadAllText(File).Trim());
        return [.. secrets.Select(s => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(s), 32, info: "croisee key ring"u8.ToArray()))];
    }

    byte[] Create()
    {
        Directory.CreateDirectory(storage.DataFolder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = SecretFiles.OwnerOnly;
        try
        {
            using var file = new FileStream(File, options);
            file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));
            file.Flush(flushToDisk: true);
        }
        // Another process of the same folder made it in the meantime.
        catch (IOException) when (System.IO.File.Exists(File)) { }
        return Known()[0];
    }

    static string IdOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key))[..8];
}
