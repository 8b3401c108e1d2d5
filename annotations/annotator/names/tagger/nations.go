package tagger

// nations are adjectives of countries, peoples and regions and the names of their
// people, written by hand for this program.
const nations = `Afghan Afghans Albanian Albanians Algerian Algerians American Americans Andorran Andorrans Angolan Angolans
Antiguan Arab Arabs Arabian Arabic Argentine Argentines Argentinian Argentinians Argentinean Armenian Armenians Australian
Australians Austrian Austrians Azerbaijani Azerbaijanis Azeri Azeris Bahamian Bahamians Bahraini Bahrainis Bangladeshi
Bangladeshis Barbadian Barbadians Bajan Basque Basques Bavarian Bavarians Belarusian Belarusians Belgian Belgians Belizean Belizeans
Bengali Bengalis Beninese Bermudian Bhutanese Bolivian Bolivians Bosnian Bosnians Bosniak Bosniaks Batswana Brazilian
Brazilians Breton Bretons British Briton Britons Bruneian Bulgarian Bulgarians Burkinabe Burmese Burundian Burundians
Cambodian Cambodians Cameroonian Cameroonians Canadian Canadians Catalan Catalans Chadian Chadians Chechen Chechens Chilean Chileans Chinese
Colombian Colombians Comorian Congolese Cornish Corsican Corsicans Cossack Cossacks Croat Croats Croatian Croatians Cuban Cubans
Cypriot Cypriots Czech Czechs Czechoslovak Dane Danes Danish Djiboutian Dominican Dominicans Dutch Dutchman Ecuadorian
Ecuadorians Ecuadorean Egyptian Egyptians Emirati Emiratis English Englishman Englishmen Eritrean Eritreans Estonian Estonians Ethiopian
Ethiopians Fijian Fijians Filipino Filipinos Filipina Finn Finns Finnish Flemish French Frenchman Frenchmen Frenchwoman
Gabonese Gambian Gambians Georgian Georgians German Germans Germanic Ghanaian Ghanaians Greek Greeks Grenadian Guatemalan Guatemalans
Guinean Guineans Guyanese Haitian Haitians Hawaiian Hawaiians Honduran Hondurans Hungarian Hungarians Icelander Icelanders Icelandic
Indian Indians Indonesian Indonesians Iranian Iranians Iraqi Iraqis Irish Irishman Irishmen Israeli Israelis Italian Italians
Ivorian Ivorians Jamaican Jamaicans Japanese Javanese Jordanian Jordanians Kashmiri Kashmiris Kazakh Kazakhs Kazakhstani Kenyan
Kenyans Korean Koreans Kosovar Kosovars Kurd Kurds Kurdish Kuwaiti Kuwaitis Kyrgyz Lao Laotian Laotians Latvian Latvians Lebanese
Lesothan Liberian Liberians Libyan Libyans Lithuanian Lithuanians Luxembourgish Luxembourger Macedonian Macedonians Malagasy Malawian
Malawians Malay Malays Malaysian Malaysians Maldivian Maldivians Malian Malians Maltese Manx Maori Maoris Marshallese
Mauritanian Mauritanians Mauritian Mauritians Mexican Mexicans Moldovan Moldovans Monegasque Mongol Mongols Mongolian Mongolians
Montenegrin Montenegrins Moroccan Moroccans Mozambican Mozambicans Namibian Namibians Nepali Nepalis Nepalese New-Zealander
Nicaraguan Nicaraguans Nigerian Nigerians Nigerien Norse Norwegian Norwegians Omani Omanis Ottoman Ottomans Pakistani Pakistanis
Palestinian Palestinians Panamanian Panamanians Papuan Papuans Paraguayan Paraguayans Pashtun Pashtuns Persian Persians Peruvian
Peruvians Pole Poles Polish Portuguese Prussian Prussians Punjabi Punjabis Qatari Qataris Romanian Romanians Roman Romans Russian
Russians Rwandan Rwandans Salvadoran Salvadorans Samoan Samoans Sardinian Saudi Saudis Saxon Saxons Scandinavian Scandinavians
Scot Scots Scottish Scotsman Senegalese Serb Serbs Serbian Serbians Seychellois Siberian Sicilian Sicilians Sikh Sikhs
Singaporean Singaporeans Sinhalese Slav Slavs Slavic Slovak Slovaks Slovakian Slovene Slovenes Slovenian Slovenians Somali
Somalis Somalian Soviet Soviets Spaniard Spaniards Spanish Sudanese Surinamese Swazi Swede Swedes Swedish Swiss Syrian Syrians Taiwanese Tajik
Tajiks Tamil Tamils Tanzanian Tanzanians Tatar Tatars Thai Thais Tibetan Tibetans Timorese Togolese Tongan Tongans Trinidadian
Trinidadians Tunisian Tunisians Turk Turks Turkish Turkmen Tuvaluan Ugandan Ugandans Uighur Uighurs Uyghur Uyghurs Ukrainian Ukrainians
Uruguayan Uruguayans Uzbek Uzbeks Vanuatuan Venetian Venetians Venezuelan Venezuelans Vietnamese Viking Vikings Walloon Walloons Welsh
Welshman Yemeni Yemenis Yugoslav Yugoslavs Zambian Zambians Zimbabwean Zimbabweans African Africans Asian Asians European
Europeans Latino Latinos Latina Hispanic Hispanics Byzantine Anglo-Saxon Afro-American Texan Texans Californian Californians
Floridian Floridians Londoner Londoners Parisian Parisians Jew Jews Jewish Muslim Muslims Islamic Islamist Islamists Christian
Christians Catholic Catholics Protestant Protestants Orthodox Sunni Sunnis Shiite Shiites Shia Hindu Hindus Buddhist Buddhists
Mormon Mormons Lutheran Lutherans Methodist Methodists Anglican Anglicans Baptist Baptists Communist Communists Nazi Nazis
Zionist Zionists Latin Hellenic Aboriginal Inuit Cherokee Navajo Apache Sioux Maya Mayan Aztec Inca Berber Berbers Druze
Yazidi Yazidis Rohingya Hausa Igbo Yoruba Zulu Zulus Xhosa Hutu Hutus Tutsi Tutsis Amharic Hebrew Cantonese Mandarin`
